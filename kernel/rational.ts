/**
 * Exact rational numbers in lowest terms, denominator positive.
 * Safe-integer numbers while they fit, BigInt beyond, so that ordinary sheets stay fast and no sheet is ever rounded.
 */
export interface Rational {
  readonly n: number | bigint
  readonly d: number | bigint
}

const most = Number.MAX_SAFE_INTEGER

class Fraction implements Rational {
  readonly n: number | bigint
  readonly d: number | bigint
  constructor(n: number | bigint, d: number | bigint) {
    this.n = n
    this.d = d
  }
}

const small: readonly Rational[] = Array.from({ length: 257 }, (_, i) => new Fraction(i - 128, 1))

export const zero: Rational = small[128] as Rational
export const one: Rational = small[129] as Rational

/** A whole number as a rational. The caller knows it is a safe integer. */
export function whole(n: number): Rational {
  if (n >= -128 && n <= 128) return small[n + 128] as Rational
  return new Fraction(n, 1)
}

function gcd(a: number, b: number): number {
  let x = a < 0 ? -a : a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

function gcdBig(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function fits(x: number): boolean {
  return x <= most && x >= -most
}

/** Lowest terms of n/d for safe integers, d > 0. */
function reduce(n: number, d: number): Rational {
  if (d === 1) return whole(n)
  const by = gcd(n, d)
  return by === d ? whole(n / d) : new Fraction(n / by, d / by)
}

/** A number with some ten thousand digits: no sheet has one, only formulas that square their own result again and again. */
export class TooManyDigits extends RangeError {
  constructor() {
    super('a number of too many digits')
    this.name = 'TooManyDigits'
  }
}

const largest = 1n << 32_768n

function reduceBig(n: bigint, d: bigint): Rational {
  const sign = d < 0n ? -1n : 1n
  const by = gcdBig(n, d * sign) * sign
  const rn = n / by
  const rd = d / by
  if (rd > largest || rn > largest || rn < -largest) throw new TooManyDigits()
  if (rn <= BigInt(most) && rn >= -BigInt(most) && rd <= BigInt(most)) {
    return rd === 1n ? whole(Number(rn)) : new Fraction(Number(rn), Number(rd))
  }
  return new Fraction(rn, rd)
}

/** n/d in lowest terms. Both must be whole; d = 0 throws RangeError. */
export function rational(n: number | bigint, d: number | bigint = 1): Rational {
  if (d == 0) throw new RangeError('division by zero')
  if (typeof n === 'number' && typeof d === 'number') {
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) throw new RangeError('not a safe integer')
    return d < 0 ? reduce(0 - n, -d) : reduce(n, d)
  }
  return reduceBig(BigInt(n), BigInt(d))
}

export function add(a: Rational, b: Rational): Rational {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    if (a.d === b.d) {
      const n = a.n + b.n
      if (fits(n)) return reduce(n, a.d)
    } else {
      // Divided by what the denominators share first: numbers stay small, and without a shared factor nothing is left to reduce.
      const shared = a.d === 1 || b.d === 1 ? 1 : gcd(a.d, b.d)
      const bd = b.d / shared
      const x = a.n * bd
      const y = b.n * (a.d / shared)
      const d = a.d * bd
      const n = x + y
      if (fits(x) && fits(y) && fits(d) && fits(n)) {
        if (shared === 1) return new Fraction(n, d)
        const by = gcd(n, shared)
        return by === d ? whole(n / by) : new Fraction(n / by, d / by)
      }
    }
  }
  return reduceBig(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d))
}

export function negate(a: Rational): Rational {
  if (typeof a.n === 'number') return a.n === 0 ? a : a.d === 1 ? whole(-a.n) : new Fraction(-a.n, a.d)
  return new Fraction(-a.n, a.d)
}

export function sub(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

/** a/b × c/d, both in lowest terms (b, d > 0); crosswise reduction keeps the factors small. Null when it does not fit. */
function product(a: number, b: number, c: number, d: number): Rational | null {
  const left = d === 1 ? 1 : gcd(a, d)
  const right = b === 1 ? 1 : gcd(c, b)
  const n = (a / left) * (c / right)
  const by = (b / right) * (d / left)
  if (!fits(n) || !fits(by)) return null
  return by === 1 ? whole(n + 0) : new Fraction(n + 0, by)
}

export function mul(a: Rational, b: Rational): Rational {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    const made = product(a.n, a.d, b.n, b.d)
    if (made !== null) return made
  }
  return reduceBig(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d))
}

/** a/b; b = 0 throws RangeError. */
export function div(a: Rational, b: Rational): Rational {
  if (b.n == 0) throw new RangeError('division by zero')
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    const made = b.n < 0 ? product(a.n, a.d, -b.d, -b.n) : product(a.n, a.d, b.d, b.n)
    if (made !== null) return made
  }
  return reduceBig(BigInt(a.n) * BigInt(b.d), BigInt(a.d) * BigInt(b.n))
}

/** Negative, zero or positive, as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    if (a.d === b.d) return a.n - b.n
    const x = a.n * b.d
    const y = b.n * a.d
    if (fits(x) && fits(y)) return x - y
  }
  const x = BigInt(a.n) * BigInt(b.d)
  const y = BigInt(b.n) * BigInt(a.d)
  return x < y ? -1 : x > y ? 1 : 0
}

export function equals(a: Rational, b: Rational): boolean {
  return a.n == b.n && a.d == b.d
}

export function isZero(a: Rational): boolean {
  return a.n == 0
}

export function isWhole(a: Rational): boolean {
  return a.d == 1
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** Greatest whole number not above a. */
export function floor(a: Rational): Rational {
  if (a.d == 1) return a
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    const rest = a.n % a.d
    const multiple = a.n - (rest < 0 ? rest + a.d : rest)
    if (fits(multiple)) return whole(multiple / a.d)
  }
  const n = BigInt(a.n)
  const d = BigInt(a.d)
  const rest = n % d
  return reduceBig((n - (rest < 0n ? rest + d : rest)) / d, 1n)
}

/** Least whole number not below a. */
export function ceil(a: Rational): Rational {
  return negate(floor(negate(a)))
}

/** Nearest multiple of `step` (> 0), halves up. */
export function roundTo(a: Rational, step: Rational): Rational {
  return mul(floor(add(div(a, step), rational(1, 2))), step)
}

/** Is a a whole multiple of `step`? `step` must not be 0. */
export function isMultiple(a: Rational, step: Rational): boolean {
  if (typeof a.n === 'number' && typeof a.d === 'number' && typeof step.n === 'number' && typeof step.d === 'number') {
    const x = a.n * step.d
    const y = step.n * a.d
    if (fits(x) && fits(y)) return x % y === 0
  }
  return isWhole(div(a, step))
}

/** Decimal text with exactly `places` digits after the point, halves away from zero: 87.505 → "87.51". */
export function toDecimal(a: Rational, places: number): string {
  const negative = a.n < 0
  const scale = 10 ** places
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    const n = (negative ? -a.n : a.n) * scale * 2 + a.d
    const d = a.d * 2
    if (n <= most && d <= most) {
      const units = (n - (n % d)) / d
      return sign(negative && units > 0) + place(String(units), places)
    }
  }
  const n = BigInt(a.n)
  const d = BigInt(a.d)
  const units = ((negative ? -n : n) * BigInt(scale) * 2n + d) / (d * 2n)
  return sign(negative && units > 0n) + place(String(units), places)
}

function sign(negative: boolean): string {
  return negative ? '-' : ''
}

function place(digits: string, places: number): string {
  if (places === 0) return digits
  const padded = digits.padStart(places + 1, '0')
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/** "n/d" in lowest terms, always with the denominator: 90 → "90/1". */
export function toFraction(a: Rational): string {
  return `${a.n}/${a.d}`
}

/** The decimal text when it ends, at most 12 places, else "n/d". For showing what a person typed. */
export function toShortest(a: Rational): string {
  for (let places = 0; places <= 12; places++) {
    const text = toDecimal(a, places)
    if (equals(parseDecimal(text) as Rational, a)) return text
  }
  return toFraction(a)
}

const longest = 40

function isDigits(text: string, from: number, to: number): boolean {
  if (to <= from) return false
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** Reads "1.5", "-2", "3/2" exactly; null for anything else (commas, exponents, spaces, more than 40 characters, n/0). */
export function parseRational(text: string): Rational | null {
  const slash = text.indexOf('/')
  if (slash < 0) return parseDecimal(text)
  if (text.length > longest) return null
  const start = text.startsWith('-') ? 1 : 0
  if (!isDigits(text, start, slash) || !isDigits(text, slash + 1, text.length)) return null
  if (text.length < 17) {
    const d = Number(text.slice(slash + 1))
    return d === 0 ? null : reduce(Number(text.slice(0, slash)) + 0, d)
  }
  const d = BigInt(text.slice(slash + 1))
  return d === 0n ? null : reduceBig(BigInt(text.slice(0, slash)), d)
}

function parseDecimal(text: string): Rational | null {
  const length = text.length
  if (length === 0 || length > longest) return null
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  const point = text.indexOf('.')
  if (point < 0) {
    if (!isDigits(text, start, length)) return null
    return length < 16 ? whole(Number(text) + 0) : reduceBig(BigInt(text), 1n)
  }
  if (!isDigits(text, start, point) || !isDigits(text, point + 1, length)) return null
  const places = length - point - 1
  const digits = text.slice(0, point) + text.slice(point + 1)
  if (length < 15) return reduce(Number(digits) + 0, 10 ** places)
  return reduceBig(BigInt(digits), 10n ** BigInt(places))
}

/** The decimal number a person wrote: 1.5 is 3/2, 0.1 is 1/10. Null for NaN, infinities and exponents. */
export function fromNumber(value: number): Rational | null {
  if (Number.isSafeInteger(value)) return whole(value + 0)
  // Halves, quarters and eighths are exact in binary: no need to print and read them.
  const eighths = value * 8
  if (Number.isSafeInteger(eighths)) return reduce(eighths, 8)
  return parseDecimal(String(value))
}
