import { refuse } from '#kernel/refusal.ts'
import { evidenceKinds, evidenceName, promisedKind, requireWhatItSays } from '../../domain/evidence.ts'
import { sniffEvidence } from './sniff-evidence.ts'

/** A file accepted: its name as kept and what it is. */
export interface CheckedFile {
  readonly name: string
  readonly mediaType: string
}

/** Looks at what a file really is. Refuses other kinds, empty files and content its name does not promise. */
export async function checkEvidence(fileName: string, bytes: Uint8Array): Promise<CheckedFile> {
  const name = evidenceName(fileName)
  const kind = promisedKind(name)
  if (bytes.byteLength === 0) refuse('evaluation.evidence.empty', { fileName: name })
  requireWhatItSays(name, kind, await sniffEvidence(bytes))
  return { name, mediaType: evidenceKinds[kind].mediaType }
}
