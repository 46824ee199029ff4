import { midnight, weekday, type CalendarDate } from '#kernel/calendar-date.ts'
import { inUseOn, type Span } from './heading.ts'

/** A recurring slot of a programme (khung giờ). */
export interface Slot extends Span {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[]
  /** Minutes after midnight in Vietnam. */
  readonly startMinute: number
  readonly plannedSeconds: number
  /** Must end on time (phải hết đúng giờ). */
  readonly hardOut: boolean
}

/** Whether a slot comes on a day. */
export function slotRunsOn(slot: Pick<Slot, 'firstDay' | 'lastDay' | 'weekdays'>, day: CalendarDate): boolean {
  return inUseOn(slot, day) && slot.weekdays.includes(weekday(day))
}

/** The moment a slot begins on a day. */
export function slotBegins({ startMinute }: Pick<Slot, 'startMinute'>, day: CalendarDate): Date {
  return new Date(midnight(day).getTime() + startMinute * 60_000)
}

/** `1185` → `19:45`. */
export function showClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const clock = /^\s*(\d{1,2})\s*[:hg]\s*(\d{2})\s*$/i

/** `19:45`, `19h45` or `19g45` as minutes after midnight; null when it is no time of day. */
export function readClock(text: string): number | null {
  const [, hours = '', minutes = ''] = clock.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return Number(hours) * 60 + Number(minutes)
}

const length = /^(\d{1,3})(?:\s?[:']\s?([0-5]\d)\s?"?)?\s?'?$/

/** A planned length typed as minutes (`30`) or minutes and seconds (`14:30`), in seconds; null when it is none. */
export function readLength(text: string): number | null {
  const [, minutes = '', seconds = '0'] = length.exec(text.trim()) ?? []
  const total = minutes === '' ? 0 : Number(minutes) * 60 + Number(seconds)
  return total >= 1 && total <= 86_400 ? total : null
}

/** `870` seconds → `14:30`. */
export function showLength(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
