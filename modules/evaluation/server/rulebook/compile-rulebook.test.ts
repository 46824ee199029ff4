import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileRulebook, readRulebook, RulebookError } from './compile-rulebook.ts'
import { both, quantity, rule, rulebookText, standardBands, testRulebook } from './test-rulebook.ts'

function problemsOf(parts: Record<string, unknown>) {
  return readRulebook(rulebookText(parts)).problems
}

function sheet(...quantities: unknown[]): Record<string, unknown> {
  return { sheet: { total: 'total', maximum: 100, quantities } }
}

/** Exactly one problem, at this path, saying this; its line is the line of the path in the text. */
function one(parts: Record<string, unknown>, path: string, message: RegExp): void {
  const problems = problemsOf(parts)
  assert.deepEqual(problems.map((problem) => problem.path), [path], JSON.stringify(problems))
  assert.match(problems[0]?.message ?? '', message)
}

test('the smallest rulebook compiles to plain JSON', () => {
  const rulebook = testRulebook()
  assert.deepEqual(JSON.parse(JSON.stringify(rulebook)), rulebook)
  assert.match(rulebook.hash, /^[0-9a-f]{64}$/)
})

test('an unknown name is found, with its path and line', () => {
  one(sheet(quantity('total', 'criteria.points + bonus')), 'sheet.quantities[0].formula', /Không có tên “bonus”/)
  const text = 'id: x1\nversion: 1\nnonsense: 3\n'
  const { problems } = readRulebook(text)
  assert.equal(problems.find((problem) => problem.path === 'nonsense')?.line, 3)
})

test('the line of a faulty formula is the line it is written on', () => {
  const text = rulebookText(sheet(quantity('total', 'criteria.points'), quantity('wrong', 'nothing')))
  const line = text.split('\n').findIndex((each) => each.includes('"formula": "nothing"')) + 1
  assert.ok(line > 0)
  assert.equal(readRulebook(text).problems[0]?.line, line)
})

test('quantities that need each other are found as a cycle', () => {
  one(sheet(quantity('total', 'x'), quantity('x', 'y + 1'), quantity('y', 'total * 2')), 'sheet.quantities[0].formula', /total → x → y → total/)
  one(sheet(quantity('total', 'total')), 'sheet.quantities[0].formula', /total → total/)
})

test('a cycle through list items is found', () => {
  const lists = [{ id: 'tasks', name: both('Nhiệm vụ'), fields: [{ id: 'n', type: 'number', name: both('n') }] }]
  const quantities = [quantity('share', 'n * total', { list: 'tasks' }), quantity('total', 'sum(tasks, share)')]
  assert.match(problemsOf({ lists, ...sheet(...quantities) })[0]?.message ?? '', /vòng/)
})

test('a division whose divisor may be zero is found, and a guarded one is accepted', () => {
  const facts = [{ id: 'n', type: 'number', name: both('n'), min: 0 }]
  const lists = [{ id: 'tasks', name: both('Nhiệm vụ'), fields: [{ id: 'n', type: 'number', name: both('n'), min: 0 }] }]
  const messages = [{ id: 'none', text: both('không có') }]
  const formulas = (formula: string) => problemsOf({ facts, lists, messages, ...sheet(quantity('total', formula)) }).map((problem) => problem.message)
  const unsafe = ['1 / facts.n', '1 / (facts.n - 1)', 'if(facts.n >= 0, 1 / facts.n, 0)', 'if(facts.n > 0, 0, 1 / facts.n)', '1 / sum(tasks, n)', '1 / count(tasks)', 'if(facts.n > 0 or true, 1 / facts.n, 0)', '1 / 0', 'round(1, 0)', 'if(facts.n < 5, 1 / facts.n, 0)']
  for (const formula of unsafe) assert.match(formulas(formula).join(), /chia cho 0|lớn hơn 0/, formula)
  const safe = ['1 / 3', '1 / (1 + facts.n)', 'if(facts.n > 0, 1 / facts.n, 0)', 'if(facts.n == 0, 0, 1 / facts.n)', 'if(0 < facts.n, 1 / facts.n, 0)', 'if(facts.n <= 0, 0, 1 / facts.n)', 'if(not (facts.n == 0), 1 / facts.n, 0)', 'if(facts.n > 0 and 1 / facts.n > 2, 1, 0)', 'if(facts.n == 0 or 1 / facts.n > 2, 1, 0)', 'if(count(tasks) > 0, sum(tasks, n) / count(tasks), insufficient("none"))', '1 / max(1, facts.n)', '1 / -2']
  for (const formula of safe) assert.deepEqual(formulas(formula), [], formula)
})

test('a value of the wrong type is found', () => {
  const facts = [{ id: 'yes', type: 'boolean', name: both('yes') }, { id: 'word', type: 'choice', name: both('word'), values: [{ value: 'a', name: both('a') }, { value: 'b', name: both('b') }] }]
  const message = (formula: string) => problemsOf({ facts, ...sheet(quantity('total', formula)) })[0]?.message ?? ''
  assert.match(message('facts.yes + 1'), /Cần số/)
  assert.match(message('if(1, 2, 3)'), /Cần đúng\/sai/)
  assert.match(message('if(facts.yes, 1, "x")'), /khác loại/)
  assert.match(message('if(facts.word == "c", 1, 2)'), /Không bao giờ bằng nhau/)
  assert.match(message('if(facts.word == 1, 1, 2)'), /Không so sánh được/)
  assert.match(message('facts.word'), /không phải là số/)
  assert.match(message('sum(nothing, 1)'), /Không có danh sách/)
  assert.match(message('if(facts.yes, 1)'), /đối số/)
  assert.match(message('insufficient("unknown")'), /messages/)
})

test('a formula that cannot be read is reported at its place', () => {
  one(sheet(quantity('total', '1 +')), 'sheet.quantities[0].formula', /Không đọc được công thức/)
})

test('parts that do not add up to the whole are found', () => {
  const child = (code: string, max: number, more = {}) => ({ code, name: both(code), max, scoring: { kind: 'points' }, ...more })
  const tree = (children: unknown[]) => ({ criteria: [{ code: 'all', name: both('all'), max: 10, children }], ...sheet(quantity('total', 'criteria.all')) })
  one(tree([child('a', 4), child('b', 5)]), 'criteria[0].max', /là 9/)
  assert.deepEqual(problemsOf(tree([child('a', 4), child('b', 6), child('plus', 2, { scoring: { kind: 'bonus' } })])), [])
  assert.match(problemsOf(tree([child('a', 4), child('a', 6)]))[0]?.message ?? '', /trùng/)
})

test('bands must go down to zero, in order, with known levels', () => {
  assert.match(problemsOf({ rating: { bands: standardBands.slice(0, 3) } })[0]?.message ?? '', /bắt đầu từ 0/)
  assert.match(problemsOf({ rating: { bands: standardBands.toReversed() } })[0]?.message ?? '', /cao xuống thấp/)
  one({ rating: { bands: [{ level: 'superb', from: 90 }, ...standardBands.slice(1)] } }, 'rating.bands[0].level', /superb/)
  one({ rating: { bands: standardBands, vetoes: [rule('v', 'true', { level: 'bad' })] } }, 'rating.vetoes[0].level', /bad/)
})

test('a setting whose default is not among its values is found', () => {
  const settings = [{ id: 's', name: both('s'), explanation: both('s'), default: 'c', values: [{ value: 'a', name: both('a') }] }]
  one({ settings }, 'settings[0].default', /“c”/)
})

test('keys the format does not know are refused, each with its path', () => {
  one({ formula: 'x' }, 'formula', /Không có khóa/)
  one({ document: { number: '1', date: '2026-01-01', issuer: both('x'), title: both('x'), author: 'x' } }, 'document.author', /Không có khóa/)
})

test('a missing or wrong value is reported in Vietnamese with what was expected', () => {
  one({ version: 'one' }, 'version', /Sai loại/)
  one({ levels: undefined }, 'levels', /Thiếu/)
  one({ validity: { from: '1/1/2026' } }, 'validity.from', /khuôn mẫu/)
})

test('duplicate keys, references and broken YAML are refused', () => {
  assert.match(readRulebook('id: a\nid: b\n').problems[0]?.message ?? '', /“id” bị lặp lại/)
  assert.equal(readRulebook('id: a\nid: b\n').problems[0]?.line, 2)
  assert.match(readRulebook('a: &x 1\nb: *x\n').problems[0]?.message ?? '', /tham chiếu/)
  assert.match(readRulebook('a: [1, 2').problems[0]?.message ?? '', /Không đọc được/)
  assert.equal(readRulebook('x'.repeat(2_000_001)).problems[0]?.expected, 'không quá 2 MB')
})

test('a name declared twice for one group is found, but once per group is allowed', () => {
  assert.match(problemsOf(sheet(quantity('total', '1'), quantity('total', '2')))[0]?.message ?? '', /hai lần/)
  const groups = ['a', 'b'].map((id) => ({ id, name: both(id), selector: {} }))
  assert.deepEqual(problemsOf({ groups, ...sheet(quantity('total', '1', { groups: ['a'] }), quantity('total', '2', { groups: ['b'] })) }), [])
})

test('compiling a faulty rulebook throws every fault with its line', () => {
  assert.throws(() => compileRulebook('id: a'), (error) => error instanceof RulebookError && error.problems.length > 3 && /dòng 1/.test(error.message))
})
