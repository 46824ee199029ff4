import { refuse } from '#kernel/refusal.ts'
import { secrecyOfName, secrecyOfStamp, type SecrecyAnswer } from '#kernel/secrecy.ts'
import { paperLines } from './paper-lines.ts'

/** What came with a file: its name, and the answer to the question about its secrecy where it was asked. */
export interface SentPaper {
  readonly fileName?: string | undefined
  readonly secrecy?: SecrecyAnswer | undefined
}

/**
 * Refuses a classified paper (tài liệu mật) wherever a file comes in: by what its sender says, by its name or number, and by
 * a stamp that can be read in it. `platform.classified` says the level and by what it was known; only a stub may be kept.
 */
export async function refuseClassified({ fileName = '', secrecy }: SentPaper, bytes: Uint8Array): Promise<void> {
  const classified = (level: string, by: 'answer' | 'name' | 'stamp'): never => refuse('platform.classified', { level, by })
  if (secrecy !== undefined && secrecy !== 'none') classified(secrecy, 'answer')
  const named = secrecyOfName(fileName)
  if (named !== null) classified(named, 'name')
  const stamped = secrecyOfStamp(await paperLines(bytes))
  if (stamped !== null) classified(stamped, 'stamp')
}
