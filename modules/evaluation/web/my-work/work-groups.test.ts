import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, TaskId } from '#kernel/id.ts'
import { workKinds } from '../../contract/views.ts'
import { dueGroupOf, groupWork, placeOf, type WorkItem } from './work-groups.ts'

// A Wednesday.
const today = calendarDate('2026-04-08')

function item(changes: Partial<WorkItem>): WorkItem {
  return {
    kind: 'self_score',
    campaignId: 'c1' as CampaignId,
    campaignName: 'Quý I/2026',
    personId: 'p1' as PersonId,
    personName: 'Đào Mạnh',
    resultId: null,
    unit: null,
    raterKind: null,
    taskId: null,
    title: '',
    count: 1,
    due: today,
    workingDaysLeft: 0,
    remindedAt: null,
    ...changes,
  }
}

test('a deadline yesterday is overdue, today is today, Sunday is this week, Monday is later', () => {
  assert.equal(dueGroupOf(calendarDate('2026-04-07'), today), 'overdue')
  assert.equal(dueGroupOf(today, today), 'today')
  assert.equal(dueGroupOf(calendarDate('2026-04-12'), today), 'this_week')
  assert.equal(dueGroupOf(calendarDate('2026-04-13'), today), 'later')
  assert.equal(dueGroupOf(null, today), 'no_deadline')
})

test('on a Sunday the week has no days left, so Monday is later', () => {
  assert.equal(dueGroupOf(calendarDate('2026-04-13'), calendarDate('2026-04-12')), 'later')
})

test('what is overdue comes first, and groups without anything are not shown', () => {
  const groups = groupWork([item({ due: calendarDate('2026-05-01') }), item({ due: calendarDate('2026-04-01') }), item({ due: null })], [], today)
  assert.deepEqual(groups.map((group) => group.group), ['overdue', 'later', 'no_deadline'])
})

test('the people a superior has to score in one campaign are one bundle that keeps the last reminder', () => {
  const groups = groupWork(
    [
      item({ kind: 'superior_score', personId: 'p1' as PersonId, remindedAt: '2026-04-06T01:00:00.000Z' }),
      item({ kind: 'superior_score', personId: 'p2' as PersonId, remindedAt: '2026-04-07T01:00:00.000Z' }),
      item({ kind: 'superior_score', personId: 'p3' as PersonId, campaignId: 'c2' as CampaignId }),
      item({ kind: 'report_task', campaignId: null, personId: null, count: 4 }),
    ],
    [],
    today,
  )
  assert.deepEqual(groups[0]?.bundles.map((bundle) => [bundle.kind, bundle.count, bundle.remindedAt]), [
    ['superior_score', 2, '2026-04-07T01:00:00.000Z'],
    ['superior_score', 1, null],
    ['report_task', 4, null],
  ])
})

test('overdue tasks of different days are one card with the oldest deadline', () => {
  const days = ['2026-04-03', '2026-04-01', '2026-04-02'].map((due) => item({ kind: 'judge_task', campaignId: null, due: calendarDate(due) }))
  const [overdue] = groupWork(days, [], today)
  assert.deepEqual(overdue?.bundles.map((bundle) => [bundle.due, bundle.items.map((one) => one.due)]), [['2026-04-01', ['2026-04-01', '2026-04-02', '2026-04-03']]])
})

test('what waits in other modules stands in the group of its deadline, after our own', () => {
  const other = { key: 'assignments', title: 'Nộp bài theo phân công', of: 'Tòa soạn', count: 2, place: { to: '/newsroom/planning' } }
  const groups = groupWork([item({ due: null })], [{ ...other, due: null }, { ...other, due: calendarDate('2026-04-07') }], today)
  assert.deepEqual(groups.map(({ group, bundles, others }) => [group, bundles.length, others.length]), [['overdue', 0, 1], ['no_deadline', 1, 1]])
})

test('many sheets to score lead to the board, showing those that wait', () => {
  assert.deepEqual(placeOf(item({ kind: 'superior_score', personId: null, count: 53 })), { to: '/evaluation/campaigns/c1', search: { status: 'superior_scoring' } })
})

test('every kind of work leads to the place where it is done', () => {
  const task = 't1' as TaskId
  const where = Object.fromEntries(workKinds.map((kind) => [kind, placeOf(item({ kind, taskId: task }))]))
  assert.deepEqual(where, {
    self_score: { to: '/evaluation/campaigns/c1/sheets/p1' },
    propose_plan: { to: '/evaluation/campaigns/c1/sheets/p1' },
    approve_plan: { to: '/evaluation/campaigns/c1/sheets/p1' },
    superior_score: { to: '/evaluation/campaigns/c1/sheets/p1' },
    rate: { to: '/evaluation' },
    compile: { to: '/evaluation/campaigns/c1' },
    decide: { to: '/evaluation/campaigns/c1/results/p1' },
    answer_petition: { to: '/evaluation/petitions' },
    report_task: { to: '/tasks', search: { task } },
    judge_task: { to: '/tasks', search: { who: 'mine', status: 'reported', month: 'all', task } },
    approve_ad_hoc: { to: '/tasks', search: { who: 'mine', status: 'proposed', month: 'all', task } },
    read_result: { to: '/evaluation/campaigns/c1/results/p1' },
    respond_to_points: { to: '/evaluation/campaigns/c1/sheets/p1' },
    overdue_petition: { to: '/evaluation/petitions' },
    unit_returned_sheet: { to: '/evaluation/units' },
    unit_self_score: { to: '/evaluation/units' },
    unit_score: { to: '/evaluation/units' },
    unit_decide: { to: '/evaluation/units' },
    meeting: { to: '/evaluation/campaigns/c1/meetings' },
    returned_sheet: { to: '/evaluation/campaigns/c1/sheets/p1' },
  })
})
