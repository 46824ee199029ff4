const values: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
  ['D', 500],
  ['M', 1000],
])
const form = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The value of a Roman numeral (chữ số La Mã) from I to MMMCMXCIX in its one correct form; null for anything else. */
export function romanValue(text: string): number | null {
  if (text === '' || !form.test(text)) return null
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = values.get(text[i] ?? '') ?? 0
    sum += value < (values.get(text[i + 1] ?? '') ?? 0) ? -value : value
  }
  return sum
}
