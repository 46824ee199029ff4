import { parseVietnameseDate } from '#kernel/calendar-date.ts'

/** A date, with or without a time, as a person table writes it; `at` is null when there is no such moment. */
export interface StampFound {
  readonly from: number
  readonly to: number
  readonly written: string
  readonly at: string | null
}

const stamp = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?![\d/.-])(?:\s{1,8}\d{1,2}[:h]\d{2}(?::\d{2})?(?![\d:]))?/g

/** The moments written in a text as `dd/MM/yyyy HH:mm`, in order; one without a time or on no real day has no `at`. */
export function stampsIn(text: string): readonly StampFound[] {
  return [...text.matchAll(stamp)].map((found) => ({ from: found.index, to: found.index + found[0].length, written: found[0], at: momentOf(found[0]) }))
}

function momentOf(written: string): string | null {
  const cut = written.search(/\s/)
  if (cut < 0) return null
  const day = parseVietnameseDate(written.slice(0, cut))
  const [hour = '', minute = '', second = '00'] = written.slice(cut).trim().split(/[:h]/)
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}+07:00`
}
