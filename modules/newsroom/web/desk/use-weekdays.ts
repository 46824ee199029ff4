import { useText } from '#ui/text.ts'
import { deskText } from './messages.ts'

/** ISO weekdays in their order. */
export const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** In words, the weekdays of a slot: `T2, T4, T6`, or every day. */
export function useWeekdays(): (days: readonly number[]) => string {
  const words = useText(deskText)
  return (days) => (days.length === 7 ? words.everyDay : isoWeekdays.filter((day) => days.includes(day)).map((day) => words.weekdayShort[day]).join(', '))
}
