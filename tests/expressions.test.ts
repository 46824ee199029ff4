import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { analyse } from 'scslre'
import ts from 'typescript'
import { contracts } from '#apps/server/modules.ts'
import { openApi } from '#platform/http/openapi.ts'
import { sourceFiles } from '../tools/run-tests.ts'

const root = path.join(import.meta.dirname, '..')

/**
 * Expressions whose search may take the square of the text's length, and why the text is short where each is used.
 * Nothing here may grow exponentially.
 */
const squares: Readonly<Record<string, string>> = {
  '/^\\d+|\\d+$/g': 'a password of at most 200 signs',
  '/=+$/': 'base64 of our own hash',
  '/\\s*\\/\\s*/g': 'folded before: no two blanks follow each other',
  '/(\\d+)$/': 'a cell range of the reader’s own making',
  '/\\.?0+$/': 'a coefficient of our own making, four places',
  '/^-+|-+$/g': 'hyphens made of runs of signs: none follows another',
  '/-+$/': 'at most 40 signs, without two hyphens together',
  '/^_+|_+$/g': 'underscores made of runs of signs: none follows another',
  '/_+$/': 'at most 45 signs',
  "/^'+|'+$/g": 'names of sheets of our own making',
  '/\\d+-\\p{Lu}{2}\\/\\p{Lu}+/u': 'the number of a document in a rulebook, at most 120 signs',
  '/^([\\p{L}_][\\p{L}\\p{N}_.]*)(?:\\s*(==|>)\\s*(.+))?$/u': 'in the browser, on lines of a derivation of our own making',
  '/^(.*?)(\\d+)$/': 'in the browser, on codes of at most 60 signs',
  '/(?<!(BÍ|BẢO|CƠ|NIÊM|THÂN)[\\s_-]*)(?<!\\p{L})MẬT(?!\\p{L})(?![\\s_-]*(ĐỘ|KHẨU|MÃ|ONG|THIẾT|VỤ)(?!\\p{L}))/u': 'the name of a file, at most 200 signs',
  '/\\d[\\p{L}\\p{N}]*(?:[-/_][\\p{L}\\p{N}]+)+[-/_](TUM|TM|M)(?=$|[\\s.,;)\\]])/u': 'the name of a file, at most 200 signs',
  '/0+$/': 'in the browser, on what one person types into a field of numbers',
  '/\\B(?=(\\d{3})+(?!\\d))/g': 'in the browser, on one number',
}

interface Found {
  readonly text: string
  readonly place: string
}

function expressionsOf(file: string, text: string): { literals: Found[]; made: Found[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const [literals, made]: [Found[], Found[]] = [[], []]
  const walk = (node: ts.Node): void => {
    const found = (): Found => ({ text: node.getText(source), place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}` })
    if (ts.isRegularExpressionLiteral(node)) literals.push(found())
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp') made.push(found())
    node.forEachChild(walk)
  }
  walk(source)
  return { literals, made }
}

/** How fast the search of an expression grows with its text. */
function growthOf(literal: string): 'line' | 'square' | 'exponential' {
  const at = literal.lastIndexOf('/')
  const expression = new RegExp(literal.slice(1, at), literal.slice(at + 1))
  const { reports } = analyse(expression)
  if (reports.some((report) => report.exponential) || isSlow(expression)) return 'exponential'
  return reports.length > 0 ? 'square' : 'line'
}

/** Tries texts of 22 signs made of its own: the analysis leaves out two ways to read one sign. One way takes no time, 2^22 ways thirty milliseconds and more. */
function isSlow(expression: RegExp): boolean {
  const signs = [...new Set([...expression.source.replaceAll(/\\\W/g, (sign) => sign.slice(1)), 'a', 'A', '0', ' ', 'ạ'])].slice(0, 40)
  const units = [...signs, ...signs.slice(0, 8).flatMap((one) => signs.slice(0, 8).map((other) => one + other))]
  const took = (text: string): number => {
    const began = performance.now()
    expression.lastIndex = 0
    expression.test(text)
    return performance.now() - began
  }
  // Three times, because a machine with much to do may pause any one of them.
  return units.some((unit) => [1, 2, 3].every(() => took(`${unit.repeat(22).slice(0, 22)}\u0001`) > 15))
}

const files = sourceFiles().filter((file) => /^(apps|bin|kernel|modules|platform|ui)\//.test(file))
const found = files.map((file) => expressionsOf(file, readFileSync(path.join(root, file), 'utf8')))
const literals = new Map(found.flatMap((one) => one.literals).map(({ text, place }) => [text, place]))

test('the check sees what it is there for', () => {
  assert.deepEqual(['/^(a+)+$/', '/^(a|a)*$/', '/x*$/', '/^x*$/', '/^[a-z]{2,9}$/'].map(growthOf), ['exponential', 'exponential', 'square', 'line', 'line'])
  assert.deepEqual(expressionsOf('a.tsx', 'const a = <p>{/b/.test(x)}</p>; new RegExp(x)').literals.map(({ text }) => text), ['/b/'])
  assert.ok(literals.size > 200, `only ${literals.size} expressions were found`)
})

test('no expression of the program can be made to search without end', () => {
  const growing = [...literals].map(([text, place]) => ({ text, place, growth: growthOf(text) })).filter(({ growth }) => growth !== 'line')
  assert.deepEqual(growing.filter(({ growth }) => growth === 'exponential'), [])
  assert.deepEqual(growing.filter(({ text }) => !(text in squares)).map(({ text, place }) => `${place} ${text}`), [], 'search that takes the square of its text: say here why that is short, or write it another way')
  assert.deepEqual(Object.keys(squares).filter((text) => !growing.some((one) => one.text === text)), [], 'no longer in the program')
})

test('expressions of contracts, those of the library of shapes too, search in one go', () => {
  const patterns = new Set<string>()
  JSON.stringify(openApi(contracts), (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') patterns.add(value)
    return value
  })
  assert.ok(patterns.size > 5)
  assert.deepEqual([...patterns].filter((pattern) => growthOf(`/${pattern.replaceAll('/', '\\/')}/`) !== 'line'), [])
})

test('expressions are written, not put together, but for the two marks of a number', () => {
  assert.deepEqual(found.flatMap((one) => one.made).map(({ place }) => place.replace(/:\d+$/, '')), ['ui/decimal.ts'])
})
