import type { Language } from './language.ts'

/** Why a typed number is not accepted. */
export type DecimalProblem = 'not-a-number' | 'too-many-places' | 'too-small' | 'too-large'

export interface DecimalRules {
  /** Most digits after the comma; 0 for whole numbers. */
  readonly places: number
  readonly min?: string
  readonly max?: string
}

export type ReadDecimal = { readonly value: string | null } | { readonly problem: DecimalProblem }

const machine = /^-?\d+(\.\d+)?$/

function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const magnitude = BigInt(whole + fraction.padEnd(places, '0'))
  return text.startsWith('-') ? -magnitude : magnitude
}

/** Compares two decimal texts (`87.5`, `9`) exactly: negative, zero or positive. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0)
  const difference = scaled(a, places) - scaled(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function toMachine(typed: string, language: Language): string | undefined {
  const text = typed.replace(/[\s\u00a0]/g, '').replace('−', '-')
  const [group, mark] = language === 'vi' ? ['\\.', ','] : [',', '\\.']
  const grouped = new RegExp(`^-?\\d{1,3}(${group}\\d{3})+(${mark}\\d+)?$`)
  const plain = /^-?(\d+)?([.,]\d*)?$/
  const groupMark = language === 'vi' ? '.' : ','
  if (grouped.test(text)) return text.replaceAll(groupMark, '').replace(',', '.')
  if (!plain.test(text) || !/\d/.test(text)) return undefined
  const point = text.replace(',', '.').replace(/\.$/, '')
  return /^-?\./.test(point) ? point.replace('.', '0.') : point
}

/**
 * Reads a number as typed in a Vietnamese office (`87,5`; also `87.5` from the number pad; `1.250` is one thousand
 * two hundred and fifty) into a decimal text with a point. Never passes through a float. An empty text reads as null.
 */
export function readDecimal(typed: string, rules: DecimalRules, language: Language = 'vi'): ReadDecimal {
  if (typed.trim() === '') return { value: null }
  const text = toMachine(typed, language)
  if (text === undefined || !machine.test(text)) return { problem: 'not-a-number' }
  const [whole = '0', fraction = ''] = text.split('.')
  if (fraction.replace(/0+$/, '').length > rules.places) return { problem: 'too-many-places' }
  const kept = fraction.slice(0, rules.places)
  const tidyWhole = whole.replace(/^(-?)0+(?=\d)/, '$1')
  const value = kept === '' ? tidyWhole : `${tidyWhole}.${kept}`
  if (rules.min !== undefined && compareDecimals(value, rules.min) < 0) return { problem: 'too-small' }
  if (rules.max !== undefined && compareDecimals(value, rules.max) > 0) return { problem: 'too-large' }
  return { value }
}

/** Shows a decimal text on screen: `1250.5` → `1.250,5` in Vietnamese, `1,250.5` in English. Digits are kept as they are. */
export function showDecimal(value: string | number, language: Language = 'vi'): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',')
  return fraction === undefined ? grouped : `${grouped}${language === 'vi' ? ',' : '.'}${fraction}`
}
