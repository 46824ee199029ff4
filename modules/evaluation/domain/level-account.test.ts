import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRulebook } from '../server/rulebook/rulebook-library.ts'
import { accountOfLevel, levelGrounds, levelNotes, sharedNotices, withoutNotes } from './level-account.ts'
import { scoreSubject } from './scoring/score-subject.ts'

const party = shippedRulebook('366-qd-tw')
assert.ok(party)
const rulebook = party

const done = { period: '2026-Q3', tasksAssigned: 20, tasksCompleted: 20, tasksOnTimeToQuality: 20, tasksExceeded: 6, tasksLate: 0, unitTasksAssigned: 40, unitTasksCompleted: 40, unitTasksOnTimeToQuality: 40, unitTasksExceeded: 12, unitTasksLate: 0, isHead: true, findingsRemedied: true }
const axes = Object.fromEntries([15, 20, 10, 15, 5, 5].map((max, at) => [String(at + 1), { max: String(max), percent: '90' }]))

/** The account of a head of unit with 93 points in a quarter, whose facts differ from the best in this. */
function accountWith(facts: Record<string, unknown>) {
  const { level, reasons } = scoreSubject(rulebook, { group: 'leader', settings: {}, facts: { ...done, ...facts }, criteria: { general: '30' }, axes })
  return { level, reasons, ...accountOfLevel(rulebook, level, reasons) }
}
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map((each) => each.code)

test('who has the best level is told nothing but the notices', () => {
  const { level, because, short, notices } = accountWith({})
  assert.deepEqual([level, codes(because), short, codes(notices)], ['excellent', [], null, ['notice.not_a_decision']])
})

test('who lacks a condition of the best level is told that condition, in its own words', () => {
  const { level, because, short, reasons } = accountWith({ tasksExceeded: 5 })
  assert.deepEqual([level, codes(because), short?.level, short?.conditions.map((each) => each.vi)], ['good', [], 'excellent', ['Ít nhất 30% nhiệm vụ vượt mức']])
  assert.equal(accountWith({ tasksExceeded: 5, unitTasksExceeded: 3 }).short?.conditions.length, 2)
  assert.deepEqual(levelNotes(rulebook, level, reasons).map((each) => each.code), ['lacking.excellent', 'notice.not_a_decision'])
  assert.equal(levelNotes(rulebook, level, reasons)[0]?.vi, 'Chưa được Hoàn thành xuất sắc nhiệm vụ, còn thiếu: Ít nhất 30% nhiệm vụ vượt mức')
})

test('beside a total the band stands first, unless something else than the points gave the level', () => {
  const grounds = (facts: Record<string, unknown>) => codes(levelGrounds(rulebook, accountWith(facts).level, accountWith(facts).reasons))
  assert.deepEqual(grounds({ tasksExceeded: 5 }), ['band', 'lacking.excellent', 'notice.not_a_decision'])
  assert.deepEqual(grounds({ tasksCompleted: 18, tasksOnTimeToQuality: 18 }), ['veto.quarter_not_done', 'notice.not_a_decision'])
})

test('who has two levels above is told only of the next one', () => {
  const { level, short } = accountWith({ tasksOnTimeToQuality: 18, tasksLate: 2 })
  assert.deepEqual([level, short?.level, codes(short?.conditions ?? [])], ['completed', 'good', ['condition.all_good_good']])
})

test('a veto is the whole answer: no condition of a level that it closes is listed', () => {
  const { level, because, short } = accountWith({ tasksCompleted: 18, tasksOnTimeToQuality: 18 })
  assert.deepEqual([level, codes(because), short], ['not_completed', ['veto.quarter_not_done'], null])
})

test('where no level fits, the reader learns what the lowest one lacks, never that the points are not below fifty', () => {
  const { level, because, short } = accountWith({ tasksOnTimeToQuality: 14, tasksLate: 6 })
  assert.deepEqual([level, codes(because), short?.level, codes(short?.conditions ?? [])], ['insufficient_data', ['no_band'], 'completed', ['condition.all_late']])
})

test('what is missing is told alone', () => {
  const { level, because, short } = accountWith({ tasksExceeded: undefined })
  assert.deepEqual([level, codes(because), short], ['insufficient_data', ['missing_input'], null])
})

test('a notice that everybody has is shared, one person’s own is not', () => {
  const of = (facts: Record<string, unknown>) => levelNotes(rulebook, accountWith(facts).level, accountWith(facts).reasons)
  const own = of({ isHead: false })
  assert.ok(codes(own).includes('notice.collective_unknown'))
  const shared = sharedNotices([of({}), own])
  assert.deepEqual([codes(shared), codes(withoutNotes(own, shared))], [['notice.not_a_decision'], ['notice.collective_unknown']])
  assert.deepEqual(sharedNotices([own]), [], 'of one person nothing is shared')
})
