import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, Grant } from '#kernel/actor.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { mayChangeUnits, mayManageAll, mayManagePerson, mayManageUnit, maySeeDetail, maySeePerson, readableUnits } from './policy.ts'
import { buildTree, unitIdOf } from './tree-builder.ts'

const today = calendarDate('2026-05-01')
const tree = buildTree({
  xa: [{ from: '2020-01-01' }],
  vanPhong: [{ from: '2020-01-01', parent: 'xa' }],
  to1: [{ from: '2020-01-01', parent: 'vanPhong' }],
  cu: [{ from: '2020-01-01', to: '2025-06-30', parent: 'vanPhong' }],
  mai: [{ from: '2027-01-01', parent: 'vanPhong' }],
  khac: [{ from: '2020-01-01', parent: 'xa' }],
})

function actor(grants: Grant[], personId: string | null = null): Actor {
  return { accountId: asId('a'), tenantId: asId('t'), personId: personId === null ? null : asId(personId), displayName: '', posts: [], grants }
}
const manage = (unit: string | null): Grant => ({ permission: 'organisation:manage', unitId: unit === null ? null : unitIdOf(unit) })
const read = (unit: string | null): Grant => ({ permission: 'organisation:read', unitId: unit === null ? null : unitIdOf(unit) })

test('a right over a unit reaches what is below it, also what no longer exists or is yet to come', () => {
  const officer = actor([manage('vanPhong')])
  for (const unit of ['vanPhong', 'to1', 'cu', 'mai']) assert.ok(mayManageUnit(officer, tree, unitIdOf(unit), today), unit)
  for (const unit of ['xa', 'khac', 'nobody']) assert.ok(!mayManageUnit(officer, tree, unitIdOf(unit), today), unit)
})

test('import, export and founding a root take a right over the whole tenant', () => {
  assert.ok(mayManageAll(actor([manage(null)])))
  assert.ok(!mayManageAll(actor([manage('xa')])))
  assert.ok(!mayManageAll(actor([read(null)])))
  assert.ok(!mayManageAll(actor([])))
})

test('people are visible to those who read one of their units and to themselves', () => {
  const person = asId<'person'>('p')
  assert.ok(maySeePerson(actor([read('vanPhong')]), person, [unitIdOf('to1')], tree, today))
  assert.ok(!maySeePerson(actor([read('khac')]), person, [unitIdOf('to1')], tree, today))
  assert.ok(maySeePerson(actor([], 'p'), person, [unitIdOf('to1')], tree, today))
  assert.ok(!maySeePerson(actor([], 'q'), person, [], tree, today))
  assert.ok(maySeePerson(actor([manage('khac')]), person, [], tree, today))
})

test('personal detail takes more than the right to read', () => {
  const person = asId<'person'>('p')
  assert.ok(!maySeeDetail(actor([read(null)]), person, [unitIdOf('to1')], tree, today))
  assert.ok(maySeeDetail(actor([manage('vanPhong')]), person, [unitIdOf('to1')], tree, today))
  assert.ok(!maySeeDetail(actor([manage('khac')]), person, [unitIdOf('to1')], tree, today))
  assert.ok(maySeeDetail(actor([], 'p'), person, [unitIdOf('to1')], tree, today))
  assert.ok(!mayManagePerson(actor([], 'p'), [unitIdOf('to1')], tree, today))
})

test('moving a unit takes a right over it and over its new place', () => {
  const move = (parent: string | null) => ({ kind: 'move_parent' as const, effectiveOn: today, unit: { unitId: unitIdOf('to1'), version: 1 }, parentId: parent === null ? null : unitIdOf(parent) })
  const officer = actor([manage('vanPhong')])
  assert.ok(mayChangeUnits(officer, move('vanPhong'), tree, today))
  assert.ok(!mayChangeUnits(officer, move('khac'), tree, today))
  assert.ok(!mayChangeUnits(officer, move(null), tree, today))
  assert.ok(mayChangeUnits(actor([manage(null)]), move(null), tree, today))
})

test('the list of readable units is exactly the units over which a right is held', () => {
  const codes = ['xa', 'vanPhong', 'to1', 'cu', 'mai', 'khac']
  const above: Record<string, string[]> = { xa: ['xa'], vanPhong: ['vanPhong', 'xa'], to1: ['to1', 'vanPhong', 'xa'], cu: ['cu', 'vanPhong', 'xa'], mai: ['mai', 'vanPhong', 'xa'], khac: ['khac', 'xa'] }
  const grant = fc.record({ permission: fc.constantFrom('organisation:read' as const, 'organisation:manage' as const, 'evaluation:score' as const), unit: fc.constantFrom(...codes) })
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 4 }), (grants) => {
      const who = actor(grants.map(({ permission, unit }) => ({ permission, unitId: unitIdOf(unit) })))
      const rights = grants.filter((one) => one.permission !== 'evaluation:score').map((one) => one.unit)
      const expected = codes.filter((code) => above[code]?.some((unit) => rights.includes(unit)))
      assert.deepEqual(readableUnits(who, tree, today), expected.map(unitIdOf))
    }),
  )
  assert.equal(readableUnits(actor([read(null)]), tree, today), null)
  assert.deepEqual(readableUnits(actor([]), tree, today), [])
})
