import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as r from '#kernel/rational.ts'

const wholeNumber = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger())
const denominator = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
const fraction = fc.tuple(wholeNumber, denominator).map(([n, d]) => ({ n, d, value: r.rational(n, d) }))

function lowest(n: bigint, d: bigint): string {
  let [x, y] = [n < 0n ? -n : n, d < 0n ? -d : d]
  while (y !== 0n) [x, y] = [y, x % y]
  const s = d < 0n ? -1n : 1n
  return `${(s * n) / x}/${(s * d) / x}`
}

const big = (x: { n: number; d: number }) => [BigInt(x.n), BigInt(x.d)] as const

test('sums, differences and products agree with BigInt for any operands', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const [an, ad] = big(a)
      const [bn, bd] = big(b)
      assert.equal(r.toFraction(r.add(a.value, b.value)), lowest(an * bd + bn * ad, ad * bd))
      assert.equal(r.toFraction(r.sub(a.value, b.value)), lowest(an * bd - bn * ad, ad * bd))
      assert.equal(r.toFraction(r.mul(a.value, b.value)), lowest(an * bn, ad * bd))
      if (b.n !== 0) assert.equal(r.toFraction(r.div(a.value, b.value)), lowest(an * bd, ad * bn))
    }),
    { numRuns: 2000 },
  )
})

test('comparison agrees with BigInt, also where products leave the safe range', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const left = BigInt(a.n) * BigInt(b.d)
      const right = BigInt(b.n) * BigInt(a.d)
      assert.equal(Math.sign(r.compare(a.value, b.value)), left < right ? -1 : left > right ? 1 : 0)
      assert.equal(r.equals(a.value, b.value), left === right)
    }),
    { numRuns: 2000 },
  )
})

test('addition is associative even when it passes through BigInt', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      assert.equal(r.toFraction(r.add(r.add(a.value, b.value), c.value)), r.toFraction(r.add(a.value, r.add(b.value, c.value))))
    }),
  )
})

test('floor is the greatest whole number not above the value', () => {
  fc.assert(
    fc.property(fraction, (a) => {
      const down = r.floor(a.value)
      assert.ok(r.isWhole(down))
      assert.ok(r.compare(down, a.value) <= 0)
      assert.ok(r.compare(r.add(down, r.one), a.value) > 0)
      assert.ok(r.compare(r.ceil(a.value), a.value) >= 0)
    }),
  )
})

test('two decimals are half up and within half a cent of the exact value', () => {
  fc.assert(
    fc.property(fraction, (a) => {
      const shown = r.parseRational(r.toDecimal(a.value, 2))
      assert.ok(shown)
      const gap = r.sub(shown, a.value)
      assert.ok(r.compare(gap, r.rational(1, 200)) <= 0 && r.compare(gap, r.rational(-1, 200)) >= 0)
    }),
  )
  assert.equal(r.toDecimal(r.rational(87505, 1000), 2), '87.51')
  assert.equal(r.toDecimal(r.rational(-5, 1000), 2), '-0.01')
  assert.equal(r.toDecimal(r.rational(-4, 1000), 2), '0.00')
  assert.equal(r.toDecimal(r.rational(89995, 1000), 2), '90.00')
  assert.equal(r.toDecimal(r.rational(7, 2), 0), '4')
})

test('a decimal text is read exactly and anything else is refused', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 1, max: 10 }), (digits, places) => {
      const text = r.toDecimal(r.rational(digits, 10n ** BigInt(places)), places)
      assert.equal(r.toFraction(r.parseRational(text) as r.Rational), lowest(digits, 10n ** BigInt(places)))
    }),
  )
  assert.equal(r.toFraction(r.parseRational('1.50') as r.Rational), '3/2')
  assert.equal(r.toFraction(r.parseRational('-0') as r.Rational), '0/1')
  assert.equal(r.toFraction(r.parseRational('180/2') as r.Rational), '90/1')
  for (const bad of ['', '-', '.', '1.', '.5', '1,5', '1e3', ' 1', '1 ', '0x10', 'NaN', '1/0', '1/', '/2', '--1', '+1', '1.2.3', '٣', '9'.repeat(41)]) {
    assert.equal(r.parseRational(bad), null, bad)
  }
})

test('a number is the decimal a person wrote, not its binary neighbour', () => {
  assert.equal(r.toFraction(r.fromNumber(0.1) as r.Rational), '1/10')
  assert.equal(r.toFraction(r.fromNumber(-0) as r.Rational), '0/1')
  assert.equal(r.toFraction(r.fromNumber(29.25) as r.Rational), '117/4')
  assert.equal(r.fromNumber(Number.NaN), null)
  assert.equal(r.fromNumber(Number.POSITIVE_INFINITY), null)
  assert.equal(r.fromNumber(1e21), null)
})

test('the shortest text of a value is what a person would type', () => {
  assert.equal(r.toShortest(r.rational(5, 2)), '2.5')
  assert.equal(r.toShortest(r.rational(3)), '3')
  assert.equal(r.toShortest(r.rational(1, 3)), '1/3')
})

test('rounding to a step goes to the nearest multiple', () => {
  assert.equal(r.toFraction(r.roundTo(r.rational(113, 100), r.rational(1, 4))), '5/4')
  assert.equal(r.toFraction(r.roundTo(r.rational(112, 100), r.rational(1, 4))), '1/1')
})

test('a multiple of a step is told from a value between steps', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, step) => {
      fc.pre(step.n !== 0)
      assert.equal(r.isMultiple(a.value, step.value), r.isWhole(r.div(a.value, step.value)))
      assert.ok(r.isMultiple(r.mul(step.value, r.rational(7)), step.value))
    }),
  )
})

test('every number with at most six decimals is read as the decimal it prints', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      const value = Number(r.toDecimal(r.rational(digits, 10 ** places), places))
      assert.equal(r.toFraction(r.fromNumber(value) as r.Rational), lowest(BigInt(digits), 10n ** BigInt(places)))
    }),
  )
})

test('division by zero is refused', () => {
  assert.throws(() => r.div(r.one, r.zero), RangeError)
  assert.throws(() => r.rational(1, 0), RangeError)
  assert.throws(() => r.rational(0.5), RangeError)
})
