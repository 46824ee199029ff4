import type { Language } from '#ui/language.ts'

/** A mark in a film to a tenth of a second: `01:23,4`; hours only when there are any. */
export function showMark(ms: number, language: Language): string {
  const tenths = Math.floor(ms / 100)
  const seconds = Math.floor(tenths / 10)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${language === 'vi' ? ',' : '.'}${tenths % 10}`
  return hours === 0 ? clock : `${hours}:${clock}`
}
