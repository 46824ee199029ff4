import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameMonths } from './name-months.ts'
import type { DerivationStep, ScoreResult } from './scoring/types.ts'

function step(id: string, label: string, inputs: readonly DerivationStep[] = []): DerivationStep {
  return { id, label: { vi: label, en: label }, value: { kind: 'missing' }, unit: 'none', formula: null, article: null, note: null, inputs }
}

const score: ScoreResult = {
  total: null, exact: null, terms: {}, taskPoints: null, generalPoints: null, level: 'insufficient_data', band: 'insufficient_data',
  reasons: [{ code: 'missing_input', vi: 'Chưa có: Điểm tháng thứ 2 của kỳ (months[1])', en: 'Not given', article: null, path: 'months[1]' }, { code: 'band', vi: 'Mức', en: 'Level', article: null, path: null }],
  derivation: step('points_sum', 'Cộng điểm các tháng', [step('periods[0]', 'Kỳ 1', [step('periods[0].months', 'months'), step('periods[0].score', 'score')]), step('periods[1]', 'Kỳ 2')]),
  levelDerivation: null,
}

test('the entries of a year are called by their months, in the steps and in what is missing', () => {
  const named = nameMonths(score, [{ note: '2026-03' }, { note: '2026-11' }])
  assert.deepEqual(named.reasons.map((reason) => reason.vi), ['Chưa có điểm tháng 11/2026', 'Mức'])
  assert.deepEqual(named.derivation?.inputs.map((input) => input.label.vi), ['Tháng 3/2026', 'Tháng 11/2026'])
  assert.deepEqual(named.derivation?.inputs[0]?.inputs.map((input) => input.label.vi), ['Số tháng', 'Điểm'])
})

test('an entry without a month keeps its number', () => {
  const named = nameMonths(score, [{}, {}])
  assert.deepEqual(named.derivation?.inputs.map((input) => input.label.vi), ['Kỳ 1', 'Kỳ 2'])
  assert.match(named.reasons[0]?.vi ?? '', /tháng thứ 2/)
})
