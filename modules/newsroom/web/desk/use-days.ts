import { showDate } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { deskText } from './messages.ts'

/** In words, the days something is in use. */
export function useDays(): (span: { readonly firstDay: string; readonly lastDay: string | null }) => string {
  const words = useText(deskText)
  return ({ firstDay, lastDay }) => (lastDay === null ? words.since(showDate(firstDay)) : words.between(showDate(firstDay), showDate(lastDay)))
}
