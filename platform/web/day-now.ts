import { useSyncExternalStore } from 'react'
import { addDays, daysBetween, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'

const lookAgainMs = 60_000

/**
 * The day now, from the day the server said when this device's clock stood at `saidAt` (milliseconds): the clock of an old machine may be
 * years off, but it goes on. One set back since then changes nothing.
 */
export function dayNow(said: CalendarDate, saidAt: number, now: number): CalendarDate {
  return addDays(said, Math.max(0, daysBetween(vietnameseDay(new Date(saidAt)), vietnameseDay(new Date(now)))))
}

/** {@link dayNow}, drawn again when the day turns: a page may stay open overnight. */
export function useDayNow(said: CalendarDate, saidAt: number): CalendarDate {
  return useSyncExternalStore(everyMinute, () => dayNow(said, saidAt, Date.now()))
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, lookAgainMs)
  return () => clearInterval(timer)
}
