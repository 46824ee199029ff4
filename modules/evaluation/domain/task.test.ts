import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Grant } from '#kernel/actor.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { countTask, decideApproval, decideJudgement, decideReport, monthOf, nextStatus, requireEvidenceOpen, requireVersion, type TaskState } from './task-decisions.ts'
import { maySeeTask, mayManageCatalogue, rightsOverTask, taskScopeOf } from './task-policy.ts'
import { taskActs, taskActsFor, taskChanges, taskStatuses, taskTransitions, type TaskChange, type TaskRight, type TaskStatus } from './task.ts'

const today = calendarDate('2026-11-20')

function task(part: Partial<TaskState> = {}): TaskState {
  return { version: 3, status: 'open', origin: 'assigned', assigned: 4, completed: 0, completedOn: null, ...part }
}

function refusal(code: string, data: Record<string, unknown> = {}) {
  return (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, code)
    for (const [key, value] of Object.entries(data)) assert.deepEqual(error.data[key], value, key)
    return true
  }
}

/** What article 18 admits, written out a second time: from each status, each act leads here or nowhere. */
const expected: Record<TaskStatus, Partial<Record<TaskChange, TaskStatus>>> = {
  proposed: { approve: 'confirmed', decline: 'cancelled' },
  open: { report: 'reported', judge: 'confirmed', hand_back: 'handed_back', cancel: 'cancelled' },
  reported: { report: 'reported', judge: 'confirmed', hand_back: 'handed_back', cancel: 'cancelled' },
  confirmed: { judge: 'confirmed' },
  handed_back: { reassign: 'handed_back' },
  cancelled: {},
}

for (const status of taskStatuses) {
  for (const act of taskChanges) {
    const to = expected[status][act]
    test(`${act} on a task that is ${status} ${to === undefined ? 'is refused' : `leads to ${to}`}`, () => {
      if (to === undefined) assert.throws(() => nextStatus(task({ status }), act), refusal('evaluation.task.wrong-status', { act, status, allowed: taskTransitions[act].from }))
      else assert.equal(nextStatus(task({ status }), act), to)
    })
  }
}

const rightSets: TaskRight[][] = [[], ['subject'], ['superior'], ['assigner'], ['superior', 'assigner']]

test('acts offered are exactly those the table admits for the rights held, in every status', () => {
  for (const status of taskStatuses) {
    for (const rights of rightSets) {
      const offered = taskActsFor({ status, rights: new Set(rights), periodClosed: false, reassigned: false })
      const wanted = taskActs.filter((act) =>
        act === 'add_evidence' ? rights.includes('subject') && ['proposed', 'open', 'reported'].includes(status) : expected[status][act] !== undefined && rights.includes(taskTransitions[act].by),
      )
      assert.deepEqual(offered, wanted, `${status} ${rights.join('+')}`)
    }
  }
})

test('nothing is offered once the period is compiled', () => {
  for (const status of taskStatuses) {
    assert.deepEqual(taskActsFor({ status, rights: new Set(['subject', 'superior', 'assigner']), periodClosed: true, reassigned: false }), [])
  }
})

test('a handed-back task that somebody took over is not offered again', () => {
  const rights = new Set<TaskRight>(['assigner'])
  assert.deepEqual(taskActsFor({ status: 'handed_back', rights, periodClosed: false, reassigned: false }), ['reassign'])
  assert.deepEqual(taskActsFor({ status: 'handed_back', rights, periodClosed: false, reassigned: true }), [])
})

test('a report above the assigned quantity is refused and says by how much', () => {
  assert.throws(() => decideReport(task(), { completed: 5, completedOn: today, note: '' }, today), refusal('evaluation.task.above-assigned', { assigned: 4, completed: 5, surplus: 1 }))
  assert.equal(decideReport(task(), { completed: 4, completedOn: today, note: 'xong' }, today).completed, 4)
})

test('work done needs the day it was done on, today or earlier; nothing done has none', () => {
  assert.throws(() => decideReport(task(), { completed: 1, completedOn: null, note: '' }, today), refusal('evaluation.task.date-needed'))
  assert.throws(() => decideReport(task(), { completed: 1, completedOn: calendarDate('2026-11-21'), note: '' }, today), refusal('evaluation.task.date-in-future'))
  assert.equal(decideReport(task(), { completed: 0, completedOn: today, note: '' }, today).completedOn, null)
})

test('a cadre cannot change a report the superior has confirmed', () => {
  assert.throws(() => decideReport(task({ status: 'confirmed' }), { completed: 1, completedOn: today, note: '' }, today), refusal('evaluation.task.wrong-status'))
})

const judged = { completed: 4, qualityFaults: 1, lateEvents: 2, qualityExcused: false, lateExcused: false, excuseReason: '' }

test('a judgement keeps what failed and confirms the task', () => {
  const decided = decideJudgement(task({ status: 'reported' }), judged)
  assert.deepEqual([decided.status, decided.qualityFaults, decided.lateEvents, decided.excused], ['confirmed', 1, 2, false])
  assert.throws(() => decideJudgement(task(), { ...judged, completed: 5 }), refusal('evaluation.task.above-assigned'))
})

test('an objective cause needs its reason, and waives only what happened', () => {
  assert.throws(() => decideJudgement(task(), { ...judged, lateExcused: true }), refusal('evaluation.task.reason-needed'))
  const late = decideJudgement(task(), { ...judged, lateExcused: true, excuseReason: 'Bão số 10' })
  assert.deepEqual([late.lateExcused, late.qualityExcused, late.excused, late.excuseReason], [true, false, true, 'Bão số 10'])
  const nothing = decideJudgement(task(), { ...judged, lateEvents: 0, lateExcused: true, excuseReason: 'Bão số 10' })
  assert.deepEqual([nothing.lateExcused, nothing.excused, nothing.excuseReason], [false, false, ''])
})

test('declining ad-hoc work needs a reason, accepting does not', () => {
  assert.throws(() => decideApproval(task({ status: 'proposed' }), false, ''), refusal('evaluation.task.reason-needed'))
  assert.deepEqual(decideApproval(task({ status: 'proposed' }), false, 'Đã có trong kế hoạch'), { status: 'cancelled', closingReason: 'Đã có trong kế hoạch' })
  assert.deepEqual(decideApproval(task({ status: 'proposed' }), true, ''), { status: 'confirmed', closingReason: '' })
  assert.throws(() => decideApproval(task({ status: 'open' }), true, ''), refusal('evaluation.task.wrong-status'))
})

test('somebody who saw an older version is told what is there now', () => {
  assert.throws(() => requireVersion(task({ status: 'reported', completed: 2 }), 2), refusal('evaluation.task.changed', { version: 3, status: 'reported', completed: 2 }))
  requireVersion(task(), 3)
})

test('evidence is open until the superior has judged', () => {
  for (const status of taskStatuses) {
    if (['proposed', 'open', 'reported'].includes(status)) requireEvidenceOpen(status)
    else assert.throws(() => requireEvidenceOpen(status), refusal('evaluation.task.wrong-status'))
  }
})

test('a task counts in the month of its deadline', () => {
  assert.equal(monthOf(calendarDate('2026-12-31')), '2026-12-01')
})

test('handed back from the plan stays assigned and earns nothing; beyond the plan it counts nothing at all', () => {
  assert.deepEqual(countTask({ status: 'handed_back', origin: 'assigned', completed: 3 }), { origin: 'handed_back', completed: 0 })
  assert.deepEqual(countTask({ status: 'handed_back', origin: 'received', completed: 3 }), { origin: 'received', completed: 0 })
  assert.deepEqual(countTask({ status: 'reported', origin: 'received', completed: 3 }), { origin: 'received', completed: 3 })
  assert.equal(countTask({ status: 'cancelled', origin: 'assigned', completed: 3 }), null)
  assert.equal(countTask({ status: 'proposed', origin: 'ad_hoc', completed: 3 }), null)
  assert.deepEqual(countTask({ status: 'open', origin: 'assigned', completed: 0 }), { origin: 'assigned', completed: 0 })
})

// The commune: XA above VP and KT.
const [XA, VP, KT] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003'].map((id) => asId<'unit'>(id)) as [
  ReturnType<typeof asId<'unit'>>, ReturnType<typeof asId<'unit'>>, ReturnType<typeof asId<'unit'>>,
]
const lineage = { XA: [XA], VP: [VP, XA], KT: [KT, XA] }
const clerk = asId<'person'>('00000000-0000-7000-8000-0000000000a1')

function actor(grants: Grant[], personId: string | null = '00000000-0000-7000-8000-0000000000b1'): Actor {
  return {
    accountId: asId<'account'>('00000000-0000-7000-8000-0000000000c1'),
    tenantId: asId<'tenant'>('00000000-0000-7000-8000-0000000000d1'),
    personId: personId === null ? null : asId<'person'>(personId),
    displayName: '',
    posts: [],
    grants,
  }
}

/** Everybody who holds a post has it. */
const own: Grant = { permission: 'evaluation:self', unitId: null }
const head = (unitId: typeof VP): Grant[] => [own, ...(['evaluation:assign', 'evaluation:score', 'evaluation:decide'] as const).map((permission) => ({ permission, unitId }))]
const officer = (unitId: typeof VP | null): Grant[] => (['evaluation:assign', 'evaluation:manage'] as const).map((permission) => ({ permission, unitId }))

test('rights over a clerk of the office: head of the office and of the commune judge, the officer assigns, others are strangers', () => {
  const over = (who: Actor) => [...rightsOverTask(who, clerk, lineage.VP)].toSorted()
  assert.deepEqual(over(actor(head(VP))), ['assigner', 'superior'])
  assert.deepEqual(over(actor(head(XA))), ['assigner', 'superior'])
  assert.deepEqual(over(actor(head(KT))), [])
  assert.deepEqual(over(actor(officer(null))), ['assigner'])
  assert.deepEqual(over(actor(officer(KT))), [])
  assert.deepEqual(over(actor([])), [])
  assert.deepEqual(over(actor([{ permission: 'evaluation:decide', unitId: null }])), [])
})

test('nobody is superior to own work, whatever posts they hold', () => {
  assert.deepEqual([...rightsOverTask(actor([...head(VP), ...head(XA), ...officer(null)], clerk), clerk, lineage.VP)], ['subject'])
})

test('an account without a person judges nobody', () => {
  assert.deepEqual([...rightsOverTask(actor(head(VP), null), clerk, lineage.VP)], ['assigner'])
})

test('a task is seen by its subject, heads above and the officer of the scope', () => {
  assert.equal(maySeeTask(actor([], clerk), clerk, lineage.VP), true)
  assert.equal(maySeeTask(actor(head(XA)), clerk, lineage.VP), true)
  assert.equal(maySeeTask(actor(officer(null)), clerk, lineage.VP), true)
  assert.equal(maySeeTask(actor(head(KT)), clerk, lineage.VP), false)
  assert.equal(maySeeTask(actor(officer(KT)), clerk, lineage.VP), false)
  assert.equal(maySeeTask(actor([{ permission: 'organisation:read', unitId: null }]), clerk, lineage.VP), false)
})

test('who a campaign names as superior judges and sees, but gives no work; nobody is named over oneself', () => {
  assert.deepEqual([...rightsOverTask(actor(head(KT)), clerk, lineage.VP, true)], ['superior'])
  assert.equal(maySeeTask(actor(head(KT)), clerk, lineage.VP, true), true)
  assert.deepEqual([...rightsOverTask(actor([own], clerk), clerk, lineage.VP, true)], ['subject'])
})

test('the scope of lists is the union of what lets somebody see tasks', () => {
  assert.equal(taskScopeOf(actor(officer(null))), null)
  assert.deepEqual(taskScopeOf(actor([...head(VP), ...officer(KT)])), [VP, KT])
  assert.deepEqual(taskScopeOf(actor([])), [])
})

test('the catalogue is changed by who manages every root, not a part of the body', () => {
  assert.equal(mayManageCatalogue(actor(officer(null)), [XA]), true)
  assert.equal(mayManageCatalogue(actor(officer(XA)), [XA]), true)
  assert.equal(mayManageCatalogue(actor(officer(KT)), [XA]), false)
  assert.equal(mayManageCatalogue(actor(officer(XA)), [XA, KT]), false)
  assert.equal(mayManageCatalogue(actor(head(XA)), [XA]), false)
})
