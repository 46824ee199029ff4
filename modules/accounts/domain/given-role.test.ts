import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { checkGiving, lastDayOf, roleState, type RoleSpan } from './given-role.ts'
import type { GrantedRole } from './roles.ts'

const today = calendarDate('2026-11-23')
const unit = (id: string, parent: string | null) => ({ id: id as UnitId, parentId: parent as UnitId | null })
const units = new Map([unit('ubnd', null), unit('vp', 'ubnd'), unit('kt', 'ubnd')].map((one) => [one.id, one]))
const administrator: Actor = { accountId: asId<'account'>('a'), tenantId: asId<'tenant'>('t'), personId: asId<'person'>('p'), displayName: '', posts: [], grants: [] }
const span = (role: GrantedRole, over: string | null, from: string, to: string | null = null): RoleSpan => ({ role, unitId: over as UnitId | null, from: calendarDate(from), to: to as CalendarDate | null })

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Refusal ? error.code.replace('accounts.role.', '') : String(error)
  }
}
const give = (asked: RoleSpan, roles: readonly RoleSpan[] = [], who = { account: 'b', person: 'q' }) =>
  codeOf(() => checkGiving(administrator, { accountId: asId<'account'>(who.account), personId: asId<'person'>(who.person), roles }, asked, units, today))

test('nobody gives a role to themselves, by another account neither', () => {
  assert.equal(give(span('officer', null, today), [], { account: 'a', person: 'q' }), 'own')
  assert.equal(give(span('officer', null, today), [], { account: 'b', person: 'p' }), 'own')
  assert.equal(give(span('officer', null, today)), 'done')
})

test('a role begins today or later, and not after it ends', () => {
  assert.equal(give(span('officer', null, '2026-11-22')), 'past')
  assert.equal(give(span('officer', null, '2026-12-02', '2026-12-01')), 'dates')
  assert.equal(give(span('officer', null, '2026-12-01', '2026-12-01')), 'done', 'one day is a span')
})

test('accounts and the ledger are of the whole committee: who keeps or reads them is never bound to a unit', () => {
  const all = ['administrator', 'officer', 'decider', 'auditor', 'reporter', 'editor', 'director', 'producer', 'gallery'] as const
  assert.deepEqual(all.filter((role) => give(span(role, 'vp', today)) === 'whole-committee'), ['administrator', 'auditor'])
})

test('the same role is not given twice on one day over the same unit or one inside it', () => {
  const held = [span('officer', 'ubnd', '2026-01-01', '2026-12-31')]
  assert.deepEqual([give(span('officer', 'ubnd', today), held), give(span('officer', 'vp', '2026-12-31'), held)], ['held', 'held'])
  assert.equal(give(span('officer', 'vp', today), [span('officer', null, '2027-05-01')]), 'held', 'one that is yet to begin counts too')
  assert.equal(give(span('officer', 'vp', '2027-01-01'), held), 'done', 'the day after')
  assert.equal(give(span('officer', null, today), held), 'done', 'wider than before')
  assert.equal(give(span('officer', 'kt', today), [span('officer', 'vp', '2026-01-01')]), 'done', 'another unit')
  assert.equal(give(span('decider', 'vp', today), held), 'done', 'another role')
  assert.equal(give(span('officer', 'vp', '2027-02-01', '2027-03-01'), [span('officer', 'vp', '2027-02-01', '2027-01-31')]), 'done', 'one taken back before it began does not count')
})

test('a role is over from a day on: at once, on a later day, or before it began', () => {
  assert.equal(lastDayOf(span('officer', null, '2026-01-01'), today, [], today), '2026-11-22')
  assert.equal(lastDayOf(span('officer', null, '2026-01-01'), calendarDate('2027-01-01'), [], today), '2026-12-31')
  assert.equal(lastDayOf(span('officer', null, '2027-06-01'), today, [], today), '2027-05-31')
  assert.equal(codeOf(() => lastDayOf(span('officer', null, '2026-01-01'), calendarDate('2026-11-22'), [], today)), 'past')
  assert.equal(codeOf(() => lastDayOf(span('officer', null, '2026-01-01', '2026-12-31'), calendarDate('2027-01-01'), [], today)), 'ends-earlier')
})

test('an administrator’s role ends only when another one stays as long', () => {
  const role = span('administrator', null, '2026-01-01')
  const end = (others: readonly RoleSpan[], of = role) => codeOf(() => lastDayOf(of, today, others, today))
  assert.equal(end([]), 'last-administrator')
  assert.equal(end([span('administrator', null, '2026-12-01')]), 'last-administrator', 'the other begins too late')
  assert.equal(end([span('administrator', null, '2026-01-01', '2026-12-31')]), 'last-administrator', 'the other leaves too soon')
  assert.equal(end([span('administrator', null, '2026-11-23')]), 'done')
  assert.equal(end([span('administrator', null, '2026-01-01', '2026-12-31')], span('administrator', null, '2026-01-01', '2026-12-31')), 'done')
  const next = span('administrator', null, '2027-01-01')
  assert.deepEqual([end([role], next), end([span('administrator', null, '2026-01-01', '2026-12-31')], next)], ['done', 'last-administrator'], 'a successor is needed too')
})

test('a role is in force, yet to begin or over', () => {
  const states = [span('officer', null, '2026-11-23', '2026-11-23'), span('officer', null, '2026-11-24'), span('officer', null, '2026-01-01', '2026-11-22'), span('officer', null, '2027-01-01', '2026-12-31')]
  assert.deepEqual(states.map((each) => roleState(each, today)), ['in_force', 'future', 'ended', 'ended'])
})
