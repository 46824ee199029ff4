/** A day: no film is longer. */
const mostMs = 86_400_000

const written = /^(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?$/

/** What a typed timecode says: milliseconds, nothing, or that it is none. */
export type ReadTimecode = { readonly ms: number | null } | { readonly problem: 'not-a-timecode' }

/** Reads `mm:ss`, `mm:ss.mmm` and `hh:mm:ss` (point or comma), and an empty text as no mark. */
export function readTimecode(text: string): ReadTimecode {
  const typed = text.trim()
  if (typed === '') return { ms: null }
  const [, hours, minutes = '', seconds = '', fraction = ''] = written.exec(typed) ?? []
  if (minutes === '' || (hours !== undefined && (minutes.length > 2 || Number(minutes) > 59))) return { problem: 'not-a-timecode' }
  const ms = ((Number(hours ?? '0') * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  return ms > mostMs ? { problem: 'not-a-timecode' } : { ms }
}

/** Milliseconds as they are typed: `01:23`, `01:23.400`, `1:02:03`. */
export function writeTimecode(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`
  return `${hours === 0 ? '' : `${hours}:`}${clock}${fraction}`
}
