import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementOf } from './agreement.ts'
import { compareRaters } from './compare-raters.ts'
import { designsOf } from './designs.ts'
import { goodGroups } from './good-groups.ts'
import { figuresOfRaters, isFlat } from './rater-figures.ts'
import type { RatedSheet } from './rated-sheet.ts'

const sheet = (subject: string, rater: string, percent: number, kind = 'superior', shares = [percent - 10, percent, percent + 10]): RatedSheet => ({ subject, rater, kind, shares, percent })

test('spread and leniency of a rater are told of the sheets about others, and of three at least', () => {
  const [ha, binh] = figuresOfRaters([
    sheet('a', 'ha', 90), sheet('b', 'ha', 94), sheet('c', 'ha', 98), sheet('d', 'binh', 80), sheet('e', 'binh', 82), sheet('f', 'binh', 84),
    sheet('a', 'a', 100, 'self'),
  ])
  assert.deepEqual([ha?.sheets, ha?.mean, ha?.leniency, ha?.spread], [3, 94, 12, 4])
  assert.deepEqual([binh?.leniency, binh?.spread, binh?.within], [-12, 2, 10])
  const [few] = figuresOfRaters([sheet('a', 'ha', 90), sheet('b', 'ha', 94)])
  assert.deepEqual([few?.spread, few?.leniency, few?.within], [null, null, null])
})

test('a flat row is every criterion at the same share of its maximum, never of two criteria', () => {
  assert.equal(isFlat({ shares: [100, 100, 100, 100] }), true)
  assert.equal(isFlat({ shares: [100, 90, 100] }), false)
  assert.equal(isFlat({ shares: [100, 100] }), false)
})

test('self and superior: distance, sign and correlation over those with both sheets', () => {
  const pair = (subject: string, own: number, superior: number) => [sheet(subject, subject, own, 'self'), sheet(subject, 'ha', superior)]
  const found = agreementOf([...pair('a', 90, 90), ...pair('b', 92, 90), ...pair('c', 94, 96), ...pair('d', 99, 96), ...pair('e', 96, 94), sheet('g', 'g', 100, 'self')])
  assert.deepEqual([found.pairs, found.equal, found.difference, found.distance], [5, 1, 1, 1.8])
  assert.ok(Math.abs((found.correlation ?? 0) - 0.8212) < 0.0005, String(found.correlation))
  assert.equal(agreementOf([...pair('a', 90, 90), ...pair('b', 92, 90)]).correlation, null, 'two pairs always lie on a line')
  assert.deepEqual(agreementOf([]), { pairs: 0, difference: null, distance: null, equal: 0, correlation: null })
})

test('groups in which nobody is below good are named; small groups and groups of mixed levels are not', () => {
  const levels = ['excellent', 'good', 'completed', 'not_completed']
  const person = (unit: string, level: string) => ({ unit, peerGroup: '', level })
  const people = [person('VP', 'good'), person('VP', 'excellent'), person('VP', 'good'), person('KT', 'good'), person('KT', 'completed'), person('KT', 'good'), person('TP', 'good')]
  assert.deepEqual(goodGroups(people, levels), [{ scope: 'unit', group: 'VP', people: 3, best: 1 }])
  assert.deepEqual(goodGroups(people, ['yes', 'no']), [])
})

test('raters who share nobody are never compared, and each group says why', () => {
  const sheets = [...'abcdef'].flatMap((subject) => [sheet(subject, 'ha', 80), sheet(`${subject}2`, 'binh', 90)])
  const designs = designsOf(sheets.map(({ subject, rater, percent }) => ({ subject, rater, value: percent })))
  assert.deepEqual(designs.map(({ raters, obstacle }) => [raters, obstacle]), [[1, 'one_rater'], [1, 'one_rater']])
  assert.deepEqual(compareRaters(sheets).map(({ fit, severities, adjusted }) => [fit, severities, adjusted]), [[null, [], []], [null, [], []]])
})

test('one person in common joins two groups; too little in common is said, not estimated', () => {
  const sheets = [...'abcdef'].flatMap((subject) => [sheet(subject, 'ha', 80), sheet(`${subject}2`, 'binh', 90)])
  const joined = compareRaters([...sheets, sheet('a', 'binh', 90)])
  assert.deepEqual(joined.map(({ raters, obstacle, fit }) => [raters.length, obstacle, fit]), [[2, 'too_few', null]])
})

test('a strict rater does not cost those she rated: the adjusted averages put them where common raters would', () => {
  // Ten people of the same worth; ha is ten points stricter and rated only the first half together with chi.
  const people = [...'abcdefghij']
  const wobble = (at: number) => ((at * 7) % 5) / 10
  const sheets = people.flatMap((subject, at) => [sheet(subject, 'chi', 85 + wobble(at)), at < 5 ? sheet(subject, 'ha', 75 + wobble(at + 3)) : sheet(subject, 'binh', 85 + wobble(at + 1))])
  const [only, ...rest] = compareRaters(sheets)
  assert.equal(rest.length, 0)
  const effect = (rater: string) => only?.severities.find((each) => each.rater === rater)?.effect ?? 0
  assert.ok(effect('ha') - effect('chi') < -9, 'the strict one is found')
  const adjusted = only?.adjusted ?? []
  const values = adjusted.map((each) => each.adjusted)
  assert.ok(Math.max(...values) - Math.min(...values) < 1, 'adjusted, all ten stand together')
  assert.ok(Math.abs((adjusted[0]?.raw ?? 0) - (adjusted[9]?.raw ?? 0)) > 4, 'the plain averages did not')
})
