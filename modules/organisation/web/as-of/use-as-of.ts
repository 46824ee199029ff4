import { parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { useSession } from '#platform/web/session.ts'
import { useFilters, type Filter } from '#ui/filters.ts'

/** The day in the address, `?date=2025-07-01`; anything that is not a real day is passed over. */
export const dateFilter: Filter<CalendarDate> = { read: (raw) => (typeof raw === 'string' ? parseIsoDate(raw) : undefined) }

export interface AsOf {
  /** The day asked for in the address; undefined for today. */
  readonly date: CalendarDate | undefined
  /** The day shown. */
  readonly day: CalendarDate
  readonly set: (date: CalendarDate | null) => void
}

/** The day a screen shows the organisation of (xem theo ngày), kept in the address. */
export function useAsOf(): AsOf {
  const { today } = useSession()
  const { values, set } = useFilters({ date: dateFilter })
  const date = values.date === today ? undefined : values.date
  return { date, day: date ?? today, set: (next) => set({ date: next === null || next === today ? undefined : next }) }
}
