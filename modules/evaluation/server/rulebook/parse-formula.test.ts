import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FormulaError, parseFormula } from './parse-formula.ts'
import { show } from '../../domain/rulebook/check-expression.ts'

const ast = (text: string) => parseFormula(text).ast
const refused = (text: string, message: RegExp) => assert.throws(() => parseFormula(text), (error) => error instanceof FormulaError && message.test(error.message))

test('arithmetic, comparisons and logic bind as in mathematics', () => {
  assert.equal(show(ast('1 + 2 * 3 > 4 and true or false')), '(((1 + (2 * 3)) > 4) and true) or false')
  assert.equal(show(ast('a - b - c')), '(a - b) - c')
  assert.equal(show(ast('a / b * c')), '(a / b) * c')
  assert.equal(show(ast('-a + b')), '-(a) + b')
})

test('a decimal is read exactly, not as a binary float', () => {
  assert.deepEqual(ast('0.1'), { kind: 'number', value: '1/10' })
  assert.deepEqual(ast('0.25'), { kind: 'number', value: '1/4' })
})

test('Vietnamese letters make names, composed or decomposed', () => {
  assert.deepEqual(ast('judgements.đ / 100'), ast('judgements.đ/100'))
  assert.deepEqual(ast('điểm'.normalize('NFD')), { kind: 'name', name: 'điểm'.normalize('NFC') })
})

test('a dotted setting and a criterion code in brackets are one name', () => {
  assert.deepEqual(ast('settings.quota.base'), { kind: 'name', name: 'settings.quota.base' })
  assert.deepEqual(ast('criteria["I.1"]'), { kind: 'name', name: 'criteria.I.1' })
})

test('a list function takes a list and an expression over its items', () => {
  assert.deepEqual(ast('sum(tasks, assigned)'), { kind: 'over', function: 'sum', list: 'tasks', body: { kind: 'name', name: 'assigned' } })
  assert.deepEqual(ast('count(facts.discipline)'), { kind: 'over', function: 'count', list: 'facts.discipline', body: null })
})

test('the language is closed: nothing else of a programming language is accepted', () => {
  for (const text of ['a = 1', 'a ? b : c', '[1, 2]', 'a; b', 'a b', 'this', 'a[b]', 'a[0]', 'x => x', '`x`', 'a?.b', 'a % b', 'a ** b', 'a && b', 'a || b', '!a', '+a', 'new Date()', '1e3', '(a, b)']) {
    assert.throws(() => parseFormula(text), FormulaError, text)
  }
  refused('constructor(1)', /Không có hàm/)
  refused('toString()', /Không có hàm/)
  refused('a.b(1)', /Không có hàm/)
  refused('', /trống/)
})

test('a formula that is too long or nests too deep is refused quickly', () => {
  refused('1+'.repeat(2000) + '1', /dài quá/)
  refused(`${'('.repeat(600)}1${')'.repeat(600)}`.replaceAll('(', '-('), /lồng/)
  refused(Array.from({ length: 300 }, () => 'a').join('+'), /lồng quá|phần tử/)
})

test('no text makes the parser do anything but answer or refuse', () => {
  const piece = fc.constantFrom('a', 'đ', '1', '0.5', '+', '-', '*', '/', '(', ')', ',', ' ', 'if', 'sum', 'and', 'not', '==', '<', '"', "'", '.', '[', ']', '{', '}', '\\', '\u0000', '=')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
      try {
        parseFormula(text)
      } catch (error) {
        assert.ok(error instanceof FormulaError, `${text}: ${String(error)}`)
      }
    }),
    { numRuns: 3000 },
  )
})
