import { useLanguage, type Language } from '#ui/language.ts'

const units = {
  vi: { under: 'dưới 1 phút', minute: (n: number) => `${n} phút`, hour: (n: number) => `${n} giờ`, day: (n: number) => `${n} ngày` },
  en: { under: 'under 1 minute', minute: (n: number) => `${n} min`, hour: (n: number) => `${n} h`, day: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}` },
} as const

/** A length of time as people say it: `14 giờ 5 phút`, `2 ngày 3 giờ`; from a day on without minutes. Never more than has passed. */
export function showSpan(ms: number, language: Language): string {
  const words = units[language]
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return words.under
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = days > 0 ? [words.day(days), hours > 0 ? words.hour(hours) : ''] : [hours > 0 ? words.hour(hours) : '', rest > 0 ? words.minute(rest) : '']
  return parts.filter((part) => part !== '').join(' ')
}

/** {@link showSpan} in the language of the screen. */
export function useSpan(): (ms: number) => string {
  const language = useLanguage()
  return (ms) => showSpan(ms, language)
}
