import { daysBetween, formatVietnameseDate, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Language } from './language.ts'

/** `2026-12-31` → `31/12/2026`, in both languages: officials compare screens with paper. */
export function showDate(date: string): string {
  return formatVietnameseDate(date as CalendarDate)
}

function clock(moment: Date): string {
  const local = new Date(moment.getTime() + 7 * 3_600_000)
  return `${String(local.getUTCHours()).padStart(2, '0')}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}

/** The hour and minute of a moment in Vietnam: `10:32`. */
export function showTime(moment: string | Date): string {
  return clock(new Date(moment))
}

/** A moment in Vietnam: `10:32 22/11/2026`. */
export function showMoment(moment: string | Date): string {
  const at = new Date(moment)
  return `${clock(at)} ${formatVietnameseDate(vietnameseDay(at))}`
}

/** How near a deadline (thời hạn) is; `workingDays` are counted by the server with the holiday calendar. */
export interface Deadline {
  readonly due: string
  readonly today: string
  readonly workingDays?: number | undefined
}

export type DeadlineTone = 'late' | 'soon' | 'calm'

const words = {
  vi: {
    today: 'hạn hôm nay',
    left: (n: number, working: boolean) => `còn ${n} ngày${working ? ' làm việc' : ''}`,
    late: (n: number) => `quá hạn ${n} ngày`,
  },
  en: {
    today: 'due today',
    left: (n: number, working: boolean) => `${n} ${working ? 'working ' : ''}${n === 1 ? 'day' : 'days'} left`,
    late: (n: number) => `${n} ${n === 1 ? 'day' : 'days'} overdue`,
  },
} as const

/** `còn 2 ngày làm việc`, `hạn hôm nay`, `quá hạn 3 ngày`: overdue is counted in calendar days. */
export function showDeadline(deadline: Deadline, language: Language = 'vi'): string {
  const days = daysBetween(deadline.today as CalendarDate, deadline.due as CalendarDate)
  if (days < 0) return words[language].late(-days)
  if (days === 0) return words[language].today
  return deadline.workingDays === undefined
    ? words[language].left(days, false)
    : words[language].left(deadline.workingDays, true)
}

/** Whether a deadline has passed (`late`), falls within two days (`soon`) or is further off. */
export function deadlineTone(deadline: Deadline): DeadlineTone {
  const days = daysBetween(deadline.today as CalendarDate, deadline.due as CalendarDate)
  if (days < 0) return 'late'
  return (deadline.workingDays ?? days) <= 2 ? 'soon' : 'calm'
}

/** A file size: `1,4 MB`. Decimal units, one place. */
export function showBytes(bytes: number, language: Language = 'vi'): string {
  const mark = language === 'vi' ? ',' : '.'
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', mark)} ${unit}`
}
