const day = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')

/** Milliseconds after midnight as a clock: 19:45:03; past the next midnight it begins anew. */
export function showClock(ms: number): string {
  const seconds = Math.floor((((ms % day) + day) % day) / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** A length as minutes and seconds: 2:05, 1:02:05; to the nearest second. */
export function showLength(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** How far over or under: +0:12, −1:30, 0:00. */
export function showOver(ms: number): string {
  const length = showLength(ms)
  return length === '0:00' ? length : `${ms > 0 ? '+' : '−'}${length}`
}

const clock = /^\s*(\d{1,2})\s*[:hg]\s*([0-5]\d)(?:\s*[:']\s*([0-5]\d))?\s*$/i

/** `19:45`, `19h45` or `19:45:30` as milliseconds after midnight; null when it is no time of day. */
export function readClock(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = clock.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23) return null
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

const length = /^(?:(\d{1,3})\s?[:']\s?)?(\d{1,4})\s?"?$/

/** `2:05`, `2'05"` or `125` seconds as milliseconds; null when it is no length. */
export function readLength(text: string): number | null {
  const [, minutes, seconds] = length.exec(text.trim()) ?? []
  if (seconds === undefined || (minutes !== undefined && (seconds.length !== 2 || Number(seconds) > 59))) return null
  return (Number(minutes ?? 0) * 60 + Number(seconds)) * 1000
}

/** The moment as milliseconds after the midnight in Vietnam of a day. */
export function msOfDay(moment: Date | string, date: string): number {
  return new Date(moment).getTime() - Date.parse(`${date}T00:00:00+07:00`)
}
