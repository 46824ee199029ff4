import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#kernel/refusal.ts'
import { listFunctions, valueFunctions } from '../../domain/rulebook/expression.ts'
import { scoreInput } from './check-rulebook.ts'
import { readRulebook } from './compile-rulebook.ts'
import { FormulaError, parseFormula } from './parse-formula.ts'
import { shippedRulebookIds, shippedRulebookSource } from './rulebook-library.ts'
import { both, quantity, rulebookText } from './test-rulebook.ts'

/** Milliseconds each search may go on, and those of the processor any one text may take, so that other work on the machine does not count. */
const whole = 1_500
const longest = 8_000
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 2026) })

const lists = [{ id: 'tasks', name: both('Nhiệm vụ'), limit: 100, fields: [{ id: 'n', type: 'number', name: both('n'), min: 0 }] }]
const facts = [{ id: 'late', type: 'number', name: both('late'), min: 0 }, { id: 'away', type: 'boolean', name: both('away'), default: false }]
const messages = [{ id: 'none', text: both('không có') }]
const given = { group: 'all', criteria: { points: '77.5' }, facts: { late: 3 }, tasks: Array.from({ length: 100 }, (_, i) => ({ n: i })) }

const token = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('criteria.points', 'facts.late', 'facts.away', 'tasks', 'n', 'x', '1', '0', '0.1', '3', '999999999999', '"a"', 'true', 'false') },
  { weight: 6, arbitrary: fc.constantFrom('+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', 'and', 'or', 'not', '(', ')', ',') },
  { weight: 3, arbitrary: fc.constantFrom(...valueFunctions, ...listFunctions).map((name) => `${name}(`) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'constructor.constructor', 'criteria["__proto__"]', 'this', '=>', '`', '?.', '\u0000', '\\', '1e9', '∞') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)
const tokens = fc.array(token, { maxLength: 30 }).map((parts) => parts.join(' '))

/** Formulas that mean something, so that scoring is tried and not only refused. */
const { number } = fc.letrec<{ number: string; truth: string; row: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('criteria.points', 'facts.late', '1', '0.5', '1/3', 'x', '-(7)'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `if(${b} > 0, ${a} / ${b}, 0)`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([t, a, b]) => `if(${t}, ${a}, ${b})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(fc.constantFrom('floor', 'ceil'), tie('number')).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('number'), fc.constantFrom('0.5', '1', '1/3')).map(([a, step]) => `round(${a}, ${step})`),
    fc.tuple(fc.constantFrom('sum', 'lowest', 'highest'), tie('row')).map(([f, a]) => `${f}(tasks, ${a})`),
  ),
  truth: fc.oneof({ maxDepth: 3 }, fc.constant('facts.away'), fc.tuple(tie('number'), fc.constantFrom('<', '>=', '=='), tie('number')).map(([a, o, b]) => `(${a} ${o} ${b})`), tie('truth').map((t) => `(not ${t})`)),
  row: fc.oneof({ maxDepth: 3 }, fc.constantFrom('n', 'n * n', '1'), fc.tuple(tie('row'), tie('number')).map(([a, b]) => `(${a} + ${b})`)),
}))

/** Fails when a piece of work takes longer than any text is worth, or leaves something on the prototypes. */
function bounded<T>(what: string, work: () => T): T {
  const before = process.threadCpuUsage()
  const made = work()
  const used = process.threadCpuUsage(before)
  const took = (used.user + used.system) / 1000
  assert.ok(took < longest, `${Math.round(took)} ms: ${what.slice(0, 500)}`)
  assert.deepEqual(Object.keys(Object.prototype), [])
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  return made
}

/** Reads a rulebook and, when it is sound, scores a sheet by it with its derivation: nothing but named problems and refusals. */
function tried(source: string, input: Readonly<Record<string, unknown>> = given): 'refused' | 'scored' | 'problems' {
  return bounded(source, () => {
    const { rulebook, problems } = readRulebook(source)
    if (rulebook === null) {
      assert.ok(problems.length > 0 && problems.every((problem) => problem.line >= 1 && problem.message !== ''), source)
      return 'problems'
    }
    try {
      scoreInput(rulebook, input)
      return 'scored'
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'score_input_invalid', `${source}\n${String(error)}`)
      return 'refused'
    }
  })
}

const withFormulas = (...formulas: readonly string[]) =>
  rulebookText({ lists, facts, messages, sheet: { total: 'total', maximum: 1_000_000_000, quantities: [quantity('x', 'criteria.points - 1'), ...formulas.map((formula, i) => quantity(i === 0 ? 'total' : `q${i}`, formula))] } })

test('any string of tokens is read or refused by name, quickly', () => {
  fc.assert(
    fc.property(tokens, (text) => {
      bounded(text, () => {
        try {
          parseFormula(text)
        } catch (error) {
          assert.ok(error instanceof FormulaError, `${text}: ${String(error)}`)
        }
      })
    }),
    { numRuns: 6_000, interruptAfterTimeLimit: whole },
  )
})

test('any string of tokens in a rulebook is checked, and scores when it is sound', () => {
  fc.assert(fc.property(tokens, (text) => void tried(withFormulas(text))), { numRuns: 800, interruptAfterTimeLimit: whole })
})

test('formulas that mean something score exactly or are refused by name, with their derivation', () => {
  let scored = 0
  fc.assert(
    fc.property(number, number, (first, second) => {
      if (tried(withFormulas(first, second)) === 'scored') scored += 1
    }),
    { numRuns: 800, interruptAfterTimeLimit: whole },
  )
  assert.ok(scored > 5, `only ${scored} were scored`)
})

test('a formula of a shipped rulebook with something else in its place is named with its line', () => {
  const sources = shippedRulebookIds().map((id) => shippedRulebookSource(id) ?? '')
  const cut = fc.record({ source: fc.constantFrom(...sources), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40), put: fc.oneof(tokens, fc.constantFrom('', '\n', '\t', '[', '{', '"', "'", '&a ', '*a', '!!js/function ', '__proto__: { polluted: true }\n', '? ', '|', '\u0000')) })
  fc.assert(
    fc.property(cut, ({ source, at, length, put }) => {
      const from = Math.floor(at * source.length)
      void tried(source.slice(0, from) + put + source.slice(from + length), { group: 'staff' })
    }),
    { numRuns: 150, interruptAfterTimeLimit: whole },
  )
})

test('values of a sound rulebook put where others belong are named or scored, never thrown about', () => {
  const plain = JSON.parse(withFormulas('criteria.points')) as Record<string, unknown>
  const odd = fc.oneof(fc.constantFrom<unknown>(null, 0, -1, '', '__proto__', [], {}, true, '1/0', '9'.repeat(3000), [[[]]], { vi: 1 }), tokens, number)
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 3 }), odd, (steps, value) => {
      const copy = structuredClone(plain)
      let at: Record<string, unknown> = copy
      for (const step of steps) {
        const keys = Object.keys(at)
        const key = keys[step % Math.max(1, keys.length)]
        const next = key === undefined ? undefined : at[key]
        if (key === undefined) break
        if (typeof next !== 'object' || next === null || step === steps.at(-1)) {
          at[key] = value
          break
        }
        at = next as Record<string, unknown>
      }
      void tried(JSON.stringify(copy))
    }),
    { numRuns: 800, interruptAfterTimeLimit: whole },
  )
})

test('what is sound by its shape but never ends is refused: squares of squares, lists in lists, names that explain each other', () => {
  const chain = (count: number, formula: (i: number) => string) => Array.from({ length: count }, (_, i) => quantity(`q${i}`, i === 0 ? 'criteria.points + 1/3' : formula(i)))
  const sheet = (quantities: unknown[], total: string) => rulebookText({ lists, sheet: { total, maximum: 100, quantities } })
  assert.equal(tried(sheet(chain(40, (i) => `q${i - 1} * q${i - 1}`), 'q39'), { group: 'all', criteria: { points: '77.5' } }), 'refused')
  assert.equal(tried(sheet([quantity('total', 'sum(tasks, sum(tasks, sum(tasks, sum(tasks, n))))')], 'total')), 'problems')
  assert.equal(tried(sheet(chain(80, (i) => (i === 1 ? 'q0 + 1' : `q${i - 1} + q${i - 2}`)), 'q79')), 'problems')
  assert.equal(tried(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')), 'problems')
  assert.equal(tried(`a: ${'['.repeat(100_000)}`), 'problems')
  assert.equal(tried('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'), 'problems')
})
