import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { DerivationStep } from '../../domain/scoring/types.ts'
import { readRulebook } from './compile-rulebook.ts'
import { shippedRulebook } from './rulebook-library.ts'
import { both, quantity, rule, rulebookText, standardBands, testRulebook } from './test-rulebook.ts'

// How certain each part of a rulebook is, levels outside the order, and names for ranges of points.

const notesOf = (step: DerivationStep): string[] => [...(step.note ? [`${step.id}: ${step.note.vi}`] : []), ...step.inputs.flatMap(notesOf)]

test('a part without its own confidence is as certain as the whole rulebook', () => {
  const rulebook = testRulebook({
    confidence: 'second_hand',
    sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'base'), quantity('base', 'criteria.points', { confidence: 'primary' })] },
  })
  assert.deepEqual(rulebook.sheet.quantities.map((each) => each.confidence), ['second_hand', 'primary'])
  assert.deepEqual([rulebook.criteria[0]?.confidence, rulebook.rating.bands[0]?.confidence], ['second_hand', 'second_hand'])
  assert.doesNotMatch(JSON.stringify(rulebook), /unsaid/)
  assert.equal(shippedRulebook('nd-335-2025')?.sheet.quantities.every((each) => each.confidence === 'primary'), true)
})

test('a derivation marks the total of a second-hand rulebook and only the steps that differ from it', () => {
  const rulebook = testRulebook({
    confidence: 'second_hand',
    sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'guess + 0', { unit: 'points' }), quantity('guess', 'criteria.points', { confidence: 'assumed', unit: 'points' })] },
  })
  const result = scoreSubject(rulebook, { group: 'all', criteria: { points: 80 } })
  assert.deepEqual(result.derivation && notesOf(result.derivation), ['total: Theo nguồn thứ cấp, chưa đối chiếu văn bản gốc', 'guess: Văn bản không quy định rõ'])
  assert.match(result.levelDerivation?.note?.vi ?? '', /^good\. Theo nguồn thứ cấp/)
})

const maternity = {
  levels: [...standardBands.map(({ level }) => ({ id: level, name: both(level) })), { id: 'leave', name: both('E'), ranked: false }],
  facts: [{ id: 'leave', type: 'boolean', default: false, name: both('leave') }, { id: 'organisationLevel', type: 'level', name: both('level') }],
  rating: {
    bands: standardBands,
    exclusions: [rule('leave', 'facts.leave', { level: 'leave' })],
    ceilings: [rule('head', 'given(facts.organisationLevel)', { atMost: 'facts.organisationLevel' })],
  },
}

test('a level outside the order is given by an exclusion and limits nobody', () => {
  const rulebook = testRulebook(maternity)
  const level = (points: number, facts: Record<string, unknown>) => scoreSubject(rulebook, { group: 'all', criteria: { points }, facts }).level
  assert.equal(level(20, { leave: true }), 'leave')
  assert.equal(level(20, { organisationLevel: 'excellent' }), 'not_completed', 'the lowest level of the order stays the lowest')
  assert.equal(level(95, { organisationLevel: 'leave' }), 'insufficient_data', 'no level of the order to hold anybody to')
})

test('a level outside the order cannot be a band, nor stand among the ordered ones', () => {
  const problems = (change: object) => readRulebook(rulebookText({ ...maternity, ...change })).problems.map((problem) => problem.path)
  assert.deepEqual(problems({ rating: { ...maternity.rating, bands: [{ level: 'leave', from: 90 }, ...standardBands.slice(1)] } }), ['rating.bands[0].level'])
  assert.deepEqual(problems({ levels: [maternity.levels[4], ...maternity.levels.slice(0, 4)] }), ['levels[1]', 'levels[2]', 'levels[3]', 'levels[4]'])
})

const graded = (grades: [string, number][]) => [
  { code: 'points', name: both('Điểm'), max: 13, scoring: { kind: 'points', grades: grades.map(([value, from]) => ({ value, from, name: both(value) })) } },
]

test('points fall in the range whose least share of the maximum they reach, unrounded', () => {
  const rulebook = testRulebook({ criteria: graded([['Mức 1', 90], ['Mức 2', 70], ['Mức 3', 50], ['Mức 4', 0]]) })
  const grade = (points: unknown) => scoreSubject(rulebook, { group: 'all', criteria: { points } }).derivation?.inputs[0]?.note?.vi
  assert.equal(grade('11.7'), 'Mức 1', '90 % of 13 exactly')
  assert.equal(grade('11.69'), 'Mức 2')
  assert.equal(grade(0), 'Mức 4')
})

test('ranges go down, from below 100 per cent to 0', () => {
  const problems = (grades: [string, number][]) => readRulebook(rulebookText({ criteria: graded(grades) })).problems.map((problem) => problem.path)
  assert.deepEqual(problems([['1', 50], ['2', 70]]), ['criteria[0].scoring.grades[1].from', 'criteria[0].scoring.grades[1].from'])
  assert.deepEqual(problems([['1', 100], ['2', 0]]), ['criteria[0].scoring.grades[0].from'])
})
