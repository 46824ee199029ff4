import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import { shippedRulebook } from '../server/rulebook/rulebook-library.ts'
import { campaignActs, campaignTransitions } from './campaign.ts'
import { computeScore, engineInput, type Material } from './compute.ts'
import { awayReason, derivedFacts, workedMonth } from './facts.ts'
import { actsWithReason, obstaclesTo, requireClear, type CampaignState } from './obstacles.ts'
import { monthsOf, periodCode, periodLabel, periodOf, postsDay } from './period.ts'
import { answerDue, filingUntil } from './petition.ts'

const rulebook = shippedRulebook('nd-335-2025')
assert.ok(rulebook)
const day = calendarDate
const tet: WorkCalendar = { holidays: new Set(['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']), madeUp: new Set(), knownUntil: day('2027-12-31') }

test('an answer is due seven working days after receipt, Tết not counted (article 22)', () => {
  assert.equal(answerDue(day('2027-02-03'), rulebook, tet), '2027-02-19')
  assert.equal(answerDue(day('2026-11-20'), rulebook, tet), '2026-12-01')
})

test('petitions may be filed for ten working days unless the campaign says otherwise', () => {
  assert.equal(filingUntil(day('2026-11-16'), rulebook, {}, tet), '2026-11-30')
  assert.equal(filingUntil(day('2026-11-16'), rulebook, { 'procedure.petitionFilingDays': 5 }, tet), '2026-11-23')
  assert.deepEqual([workingDaysLeft(day('2026-11-20'), day('2026-11-24'), tet), workingDaysLeft(day('2026-11-24'), day('2026-11-20'), tet), workingDaysLeft(day('2026-11-20'), day('2026-11-20'), tet)], [2, -2, 0])
})

test('a rulebook that says how long petitions are taken and answered is followed, and the two are told apart', () => {
  const college = shippedRulebook('kon-tum-college')
  assert.ok(college)
  // Article 22 there: five working days to file, ten to answer.
  assert.equal(filingUntil(day('2026-11-16'), college, {}, tet), '2026-11-23')
  assert.equal(answerDue(day('2026-11-16'), college, tet), '2026-11-30')
  assert.equal(filingUntil(day('2026-11-16'), college, { 'procedure.petitionFilingDays': 10 }, tet), '2026-11-30')
})

test('periods have their months, labels and codes', () => {
  const quarter = periodOf('quarter', 2026, 3)
  assert.deepEqual([quarter.from, quarter.to, monthsOf(quarter)], ['2026-07-01', '2026-09-30', ['2026-07-01', '2026-08-01', '2026-09-01']])
  assert.deepEqual([periodCode(quarter), periodCode(periodOf('month', 2026, 10)), periodCode(periodOf('year', 2026, 1))], ['2026-Q3', '2026-10', '2026'])
  assert.equal(periodLabel(quarter).vi, 'Quý III năm 2026')
  assert.throws(() => periodOf('quarter', 2026, 5), { code: 'evaluation.campaign.period-unsupported' })
  assert.deepEqual([postsDay(quarter, day('2026-10-03')), postsDay(quarter, day('2026-09-25'))], ['2026-09-30', '2026-09-25'])
})

test('leave and months worked follow from the record (article 11)', () => {
  const leave = { leaves: [{ kind: 'maternity' as const, from: day('2026-01-01'), to: day('2026-04-30') }], since: day('2020-01-01') }
  assert.deepEqual(derivedFacts(rulebook, periodOf('year', 2026, 1), leave, false), { period: '2026', isHead: false, monthsWorked: 8, maternity: true })
  assert.equal(awayReason(periodOf('month', 2026, 2), leave), 'Nghỉ thai sản trong kỳ')
  assert.equal(awayReason(periodOf('month', 2026, 5), leave), '')
  assert.equal(awayReason(periodOf('quarter', 2026, 2), leave), '')
  const unpaid = { leaves: [{ kind: 'unpaid_leave' as const, from: day('2026-02-01'), to: day('2026-05-31') }], since: day('2020-01-01') }
  assert.deepEqual(derivedFacts(rulebook, periodOf('year', 2026, 1), unpaid, false), { period: '2026', isHead: false, monthsWorked: 8 })
  assert.equal(awayReason(periodOf('month', 2026, 2), unpaid), 'Nghỉ không hưởng lương trong kỳ')
  assert.equal(workedMonth(day('2026-03-01'), { leaves: [], since: day('2026-03-20') }), false)
  assert.equal(workedMonth(day('2026-03-01'), { leaves: [], since: day('2026-03-10') }), true)
})

const task = { id: 't', title: 'Báo cáo', productCode: 'B', coefficient: '1/1', origin: 'assigned' as const, status: 'confirmed', assigned: 1, completed: 1, qualityFaults: 0, lateEvents: 0, qualityExcused: false, lateExcused: false }
const points = { 'I.1': '5', 'I.2': '5', 'II.1': '2.5', 'II.2': '2.5', 'II.3': '2.5', 'II.4': '2.5', 'III.1': '2.5', 'III.2': '2.5', 'III.3': '2.5', 'III.4': '2' }
const material: Material = {
  rulebook, settings: {}, period: periodOf('month', 2026, 10), group: 'staff', variants: {}, facts: { period: '2026-10' },
  columns: { self: { points: {}, judgements: {}, lists: {} }, superior: { points, judgements: {}, lists: {} } }, others: new Map(), plan: {}, tasks: [task], months: new Map(), record: { leaves: [], since: null },
}
const score = (over: Partial<Material>) => {
  const made = { ...material, ...over }
  return computeScore(rulebook, engineInput(made))
}

test('89.5 is good, not excellent, and 90 is excellent', () => {
  const half = { ...points, 'III.4': '1.5' }
  const slow = { ...task, assigned: 7, completed: 6 }
  const general = (sum: Record<string, string>) => ({ superior: { points: sum, judgements: {}, lists: {} } })
  assert.deepEqual([score({ columns: general(half), tasks: [slow] }).exact, score({ columns: general({ ...half, 'III.4': '2' }), tasks: [slow] }).total], ['89/1', '89.50'])
  assert.equal(score({ columns: general({ ...half, 'III.4': '2' }), tasks: [slow] }).level, 'good')
  assert.deepEqual([score({ columns: general({ ...half, 'III.4': '2.5' }), tasks: [slow] }).exact, score({ columns: general({ ...half, 'III.4': '2.5' }), tasks: [slow] }).level], ['90/1', 'excellent'])
})

test('a blank superior’s sheet is insufficient data, never the subject’s own points', () => {
  const blank = score({ columns: { self: { points, judgements: {}, lists: {} } } })
  assert.deepEqual([blank.total, blank.level], [null, 'insufficient_data'])
})

test('handed-back work stays assigned and earns nothing; proposed and cancelled work counts nowhere', () => {
  const other = { ...task, id: 'o', completed: 0 }
  assert.equal(score({ tasks: [task, { ...other, status: 'handed_back', completed: 1 }] }).terms['a'], '50.00')
  assert.equal(score({ tasks: [task, { ...other, status: 'cancelled' }, { ...other, status: 'proposed' }] }).terms['a'], '100.00')
  assert.equal(score({ tasks: [task, { ...other, status: 'open' }] }).terms['a'], '50.00')
})

test('a year is the mean of the months worked; a month worked without a score is missing', () => {
  const totals = ['80', '84', '90', '86', '88', '92', '90', '90']
  const months = new Map(totals.map((total, at) => [day(`2026-${String(at + 5).padStart(2, '0')}-01`), total]))
  const record = { leaves: [{ kind: 'maternity' as const, from: day('2026-01-01'), to: day('2026-04-30') }], since: day('2020-01-01') }
  const year = { period: periodOf('year', 2026, 1), months, record, facts: { period: '2026', maternity: true, monthsWorked: 8 } }
  const known = score(year)
  assert.deepEqual([known.total, known.level], ['87.50', 'good'])
  assert.equal(score({ ...year, record: { ...record, leaves: [] }, facts: { period: '2026', monthsWorked: 12 } }).level, 'insufficient_data')
})

const clear: CampaignState = { participants: 5, unresolved: 0, notScored: 0, notDecided: 0, openMeetings: 0, openPetitions: 0, petitionUntil: null, quotasOver: [], raters: { missing: 0, waiting: 0, relatives: 0 } }
const codes = (act: (typeof campaignActs)[number], state: Partial<CampaignState>, today = '2026-11-20') => obstaclesTo(act, { ...clear, ...state }, day(today)).map((obstacle) => obstacle.code.replace('evaluation.campaign.', ''))

test('each act has its obstacles, and none of another act', () => {
  const worst: CampaignState = { participants: 5, unresolved: 1, notScored: 1, notDecided: 1, openMeetings: 1, openPetitions: 1, petitionUntil: day('2026-11-30'), quotasOver: [{ scope: '*', over: 1 }], raters: { missing: 1, waiting: 1, relatives: 1 } }
  const expected = { open: ['unresolved', 'relatives', 'raters-missing'], compile: ['not-all-scored', 'raters-waiting'], return_to_scoring: [], submit: [], return_to_compiling: [], publish: ['not-all-decided', 'meeting-open', 'quota-exceeded'], close: ['open-petitions', 'petition-window'], cancel: [] }
  for (const act of campaignActs) {
    assert.deepEqual(codes(act, worst), expected[act], act)
    assert.deepEqual(codes(act, {}), [], act)
  }
  assert.deepEqual(Object.keys(expected), Object.keys(campaignTransitions))
})

test('the petition window closes after its last day; nobody to score is not a campaign', () => {
  assert.deepEqual(codes('close', { petitionUntil: day('2026-11-30') }, '2026-11-30'), ['petition-window'])
  assert.deepEqual(codes('close', { petitionUntil: day('2026-11-30') }, '2026-12-01'), [])
  assert.deepEqual(codes('open', { participants: 0 }), ['unresolved'])
})

test('a quota gives way to a stated reason, undecided people do not; sending back is never without a word', () => {
  const over = { ...clear, quotasOver: [{ scope: '*', over: 1 }], raters: { missing: 1, waiting: 1, relatives: 1 } }
  const today = day('2026-11-20')
  assert.throws(() => requireClear('publish', over, today, ''), { code: 'evaluation.campaign.quota-exceeded' })
  requireClear('publish', over, today, 'Theo điểm b khoản 5 Điều 20')
  assert.throws(() => requireClear('publish', { ...over, notDecided: 1 }, today, 'Theo điểm b'), { code: 'evaluation.campaign.not-all-decided' })
  assert.throws(() => requireClear('publish', { ...over, openMeetings: 1 }, today, 'Theo điểm b'), { code: 'evaluation.campaign.meeting-open' })
  for (const act of actsWithReason) assert.throws(() => requireClear(act, clear, today, ''), { code: 'evaluation.campaign.reason-needed' })
})
