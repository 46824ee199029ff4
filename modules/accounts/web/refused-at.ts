import { describeError, isRefused } from '#ui/error-words.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { accountsRefusals } from '../domain/refusals.ts'
import { accountsText } from './messages.ts'

type Code = keyof typeof accountsRefusals

/** The words of a refusal for the field it is about; undefined when it is none of these. */
export function useRefusedAt(error: unknown): (...codes: readonly Code[]) => string | undefined {
  const language = useLanguage()
  const { refusals } = useText(accountsText)
  return (...codes) => (isRefused(error) && codes.some((code) => code === error.code) ? describeError(error, language, refusals).body : undefined)
}
