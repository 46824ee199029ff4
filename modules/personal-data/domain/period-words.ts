/** A period in words: whole years where it is some, months otherwise. */
export function monthsInWords(months: number, language: 'vi' | 'en'): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year' as const] : [months, 'month' as const]
  if (language === 'vi') return `${count} ${unit === 'year' ? 'năm' : 'tháng'}`
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
