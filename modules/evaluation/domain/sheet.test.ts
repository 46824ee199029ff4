import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { shippedRulebook } from '../server/rulebook/rulebook-library.ts'
import { decideLevel } from './decision.ts'
import { decidingColumn } from './raters.ts'
import { asksLevel, checkContent, judgementsOf, missingFrom, scoredCriteria } from './sheet.ts'
import type { SheetContent, SheetSubject } from './sheet-content.ts'

const rulebook = shippedRulebook('nd-335-2025')
assert.ok(rulebook)
const staff: SheetSubject = { rulebook, settings: {}, group: 'staff', variants: { 'II.4': 'public_contact' }, scoresPoints: true }
const leader: SheetSubject = { ...staff, group: 'leader' }
const empty: SheetContent = { points: {}, judgements: {}, lists: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }
const full = Object.fromEntries(scoredCriteria(rulebook, 'staff').map((criterion) => [criterion.code, '2']))

function problems(subject: SheetSubject, content: Partial<SheetContent>, rater: 'self' | 'superior' = 'superior') {
  try {
    checkContent(subject, rater, { ...empty, ...content })
    return []
  } catch (error) {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'evaluation.sheet.bad-points')
    return (error.data['problems'] as { code: string; found: string; expected: string }[]).map(({ code, found }) => `${code}=${found}`)
  }
}

test('the ten criteria of Appendix I are scored one by one', () => {
  assert.deepEqual(scoredCriteria(rulebook, 'staff').map((criterion) => criterion.code), ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'])
})

for (const [what, points, found] of [
  ['above the maximum', { 'I.1': '5.05' }, ['I.1=5.05']],
  ['off the step', { 'II.1': '2.03' }, ['II.1=2.03']],
  ['below zero', { 'II.1': '-1' }, ['II.1=-1']],
  ['with a comma', { 'II.1': '2,5' }, ['II.1=2,5']],
  ['as a fraction', { 'II.1': '5/2' }, ['II.1=5/2']],
  ['of a group’s sum', { I: '9' }, ['I=9']],
  ['of an unknown criterion', { 'IV.1': '1' }, ['IV.1=1']],
  ['in words', { 'II.1': 'hai' }, ['II.1=hai']],
  ['several at once', { 'I.1': '6', 'I.2': '7' }, ['I.1=6', 'I.2=7']],
] as const) {
  test(`points ${what} are refused, each named`, () => assert.deepEqual(problems(staff, { points }), found))
}

test('good points are kept in their shortest form; nothing is filled in', () => {
  assert.deepEqual(checkContent(staff, 'self', { ...empty, points: { 'I.1': '4.50', 'II.1': '2.5' } }).points, { 'I.1': '4.5', 'II.1': '2.5' })
})

test('a step chosen by the campaign’s settings is the one that counts', () => {
  assert.deepEqual(problems({ ...staff, settings: { 'criteria.step': '0.5' } }, { points: { 'II.1': '2.25' } }), ['II.1=2.25'])
  assert.deepEqual(problems(staff, { points: { 'II.1': '2.25' } }), [])
})

test('d, đ, e take only 100 or 50, from the superior of a leader only (article 15.3)', () => {
  const choice = (value: string) => ({ judgements: { d: { value, reason: '' } } })
  assert.deepEqual(problems(leader, choice('80')), ['d=80'])
  assert.deepEqual(problems(leader, choice('50')), [])
  assert.deepEqual(problems(leader, choice('100'), 'self'), ['d=100'])
  assert.deepEqual(problems(staff, choice('100')), ['d=100'])
  assert.deepEqual(judgementsOf(rulebook, 'leader', 'superior').map((judgement) => judgement.id), ['d', 'đ', 'e'])
})

test('a sheet is sent on only when nothing is blank; 50 needs a reason', () => {
  assert.deepEqual(missingFrom(staff, 'self', { ...empty, points: { ...full, 'III.4': undefined as never } }), ['III.4'])
  assert.deepEqual(missingFrom(staff, 'self', { ...empty, points: full }), [])
  assert.deepEqual(missingFrom(leader, 'superior', { ...empty, points: full }), ['d', 'đ', 'e'])
  const choices = { d: { value: '50', reason: '' }, đ: { value: '100', reason: '' }, e: { value: '50', reason: 'Còn đơn thư kéo dài' } }
  assert.deepEqual(missingFrom(leader, 'superior', { ...empty, points: full, judgements: choices }), ['d.reason'])
})

test('a year has no points to give but a level of one’s own', () => {
  const year = { ...staff, scoresPoints: false }
  assert.deepEqual(problems(year, { points: { 'I.1': '5' } }), ['I.1=5'])
  assert.deepEqual(missingFrom(year, 'self', empty), ['proposedLevel'])
  assert.deepEqual(missingFrom(year, 'self', { ...empty, proposedLevel: 'good' }), [])
  assert.deepEqual(problems(year, { proposedLevel: 'superb' }), ['proposedLevel=superb'])
})

test('a level is asked beside points where the rulebook says so: the subject must, the superior may (132-QĐ/TW)', () => {
  const sixGroups = shippedRulebook('six-groups-2018')
  assert.ok(sixGroups)
  const head: SheetSubject = { rulebook: sixGroups, settings: {}, group: 'office_heads', variants: {}, scoresPoints: true }
  const points = Object.fromEntries(scoredCriteria(sixGroups, 'office_heads').map((criterion) => [criterion.code, '5']))
  assert.deepEqual(missingFrom(head, 'self', { ...empty, points }), ['proposedLevel'])
  assert.deepEqual(missingFrom(head, 'self', { ...empty, points, proposedLevel: 'good' }), [])
  assert.deepEqual(missingFrom(head, 'superior', { ...empty, points }), [])
  assert.deepEqual([asksLevel(rulebook, 'staff', 'self'), asksLevel(sixGroups, 'office_heads', 'superior')], [false, false])
})

test('the superior’s points make the score under NĐ 335', () => assert.equal(decidingColumn(rulebook, 'staff'), 'superior'))

test('a level that differs from the provisional one takes a reason of ten characters', () => {
  const decide = (level: string, reason = '') => decideLevel(rulebook, 'good', { level, reason })
  assert.deepEqual(decide('good'), { level: 'good', reason: '' })
  assert.throws(() => decide('excellent', 'vì tốt'), { code: 'evaluation.result.reason-needed' })
  assert.throws(() => decide('excellent', '          '), { code: 'evaluation.result.reason-needed' })
  assert.equal(decide('excellent', 'Sáng kiến cấp tỉnh').level, 'excellent')
  assert.throws(() => decide('superb', 'Sáng kiến cấp tỉnh'), { code: 'evaluation.result.unknown-level' })
  assert.throws(() => decide('insufficient_data', 'Sáng kiến cấp tỉnh'), { code: 'evaluation.result.unknown-level' })
})
