import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { faultsOf } from './check-tree.ts'
import { buildTree, unitIdOf } from './tree-builder.ts'
import { decideUnitChange, type NewUnit, type UnitChange, type UnitChangeOutcome } from './unit-change.ts'
import { spanOn, type UnitTree } from './unit-tree.ts'

const on = calendarDate('2025-07-01')
const seen = (code: string) => ({ unitId: unitIdOf(code), version: 1 })

function newUnit(code: string, parent: string | null, takes: string[] = []): NewUnit {
  return { id: unitIdOf(code), code, name: code, shortName: code, kind: 'commune', level: 'commune', parentId: parent === null ? null : unitIdOf(parent), takes: takes.map(unitIdOf) }
}

const district = () =>
  buildTree({
    huyen: [{ from: '1991-01-01' }],
    camThanh: [{ from: '1991-01-01', parent: 'huyen', name: 'Cam Thanh' }],
    camThuy: [{ from: '1991-01-01', parent: 'huyen', name: 'Cam Thủy' }],
    thon1: [{ from: '1991-01-01', parent: 'camThanh' }],
    thon2: [{ from: '1991-01-01', parent: 'camThuy' }],
  })

function after(tree: UnitTree, outcome: UnitChangeOutcome): UnitTree {
  const next = new Map(tree)
  for (const unit of [...outcome.changed, ...outcome.created]) next.set(unit.id, unit)
  return next
}

function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'not refused'
}

const placeOf = (tree: UnitTree, code: string, date: string): string | null | undefined => {
  const unit = tree.get(unitIdOf(code))
  return unit && spanOn(unit, calendarDate(date))?.parentId
}

test('merging two communes ends both the day before and moves their villages under the new one', () => {
  const tree = district()
  const outcome = decideUnitChange(tree, { kind: 'merge', effectiveOn: on, predecessors: [seen('camThanh'), seen('camThuy')], successor: newUnit('thanhAn', 'huyen') })
  const next = after(tree, outcome)
  assert.deepEqual(outcome.closed, [
    { unitId: unitIdOf('camThanh'), lastDay: '2025-06-30' },
    { unitId: unitIdOf('camThuy'), lastDay: '2025-06-30' },
  ])
  assert.equal(placeOf(next, 'camThanh', '2025-06-30'), unitIdOf('huyen'))
  assert.equal(placeOf(next, 'camThanh', '2025-07-01'), undefined)
  assert.equal(placeOf(next, 'thon1', '2025-06-30'), unitIdOf('camThanh'))
  assert.equal(placeOf(next, 'thon1', '2025-07-01'), unitIdOf('thanhAn'))
  assert.deepEqual(outcome.successors, [unitIdOf('thanhAn')])
  assert.deepEqual(faultsOf(next), [])
})

test('an absorbed commune hands its villages to the one that goes on', () => {
  const tree = district()
  const outcome = decideUnitChange(tree, { kind: 'absorb', effectiveOn: on, predecessors: [seen('camThuy')], successor: seen('camThanh') })
  assert.equal(placeOf(after(tree, outcome), 'thon2', '2025-07-01'), unitIdOf('camThanh'))
})

test('a divided commune must say where each village goes', () => {
  const tree = district()
  const divide = (takes: string[]): UnitChange => ({ kind: 'divide', effectiveOn: on, predecessor: seen('camThanh'), successors: [newUnit('dong', 'huyen', takes), newUnit('tay', 'huyen')] })
  assert.equal(refusalOf(() => decideUnitChange(tree, divide([]))), 'organisation.unit.has-children')
  assert.equal(placeOf(after(tree, decideUnitChange(tree, divide(['thon1']))), 'thon1', '2025-07-01'), unitIdOf('dong'))
})

test('splitting off leaves the old unit alive', () => {
  const tree = district()
  const outcome = decideUnitChange(tree, { kind: 'split_off', effectiveOn: on, predecessor: seen('camThanh'), successors: [newUnit('moi', 'huyen', ['thon1'])] })
  const next = after(tree, outcome)
  assert.equal(placeOf(next, 'camThanh', '2026-01-01'), unitIdOf('huyen'))
  assert.equal(placeOf(next, 'thon1', '2026-01-01'), unitIdOf('moi'))
})

test('a unit with units below it cannot be dissolved, an empty one ends the day before', () => {
  const tree = district()
  assert.equal(refusalOf(() => decideUnitChange(tree, { kind: 'dissolve', effectiveOn: on, unit: seen('camThanh') })), 'organisation.unit.has-children')
  const outcome = decideUnitChange(tree, { kind: 'dissolve', effectiveOn: on, unit: seen('thon1') })
  assert.deepEqual(outcome.changed[0]?.spans.at(-1)?.to, '2025-06-30')
})

test('a new name holds from its day and the old one stays in history', () => {
  const tree = district()
  const outcome = decideUnitChange(tree, { kind: 'rename', effectiveOn: on, unit: seen('camThanh'), name: 'Cam Thành', shortName: 'Cam Thành' })
  assert.deepEqual(outcome.changed[0]?.spans.map((span) => [span.name, span.from, span.to]), [
    ['Cam Thanh', '1991-01-01', '2025-06-30'],
    ['Cam Thành', '2025-07-01', null],
  ])
  assert.equal(outcome.changed[0]?.version, 2)
})

test('a change entered late keeps a later change of the same feature and carries through others', () => {
  const tree = buildTree({
    huyen: [{ from: '1991-01-01' }],
    tinh: [{ from: '1991-01-01' }],
    xa: [
      { from: '1991-01-01', to: '2010-12-31', name: 'A', parent: 'huyen' },
      { from: '2011-01-01', to: '2019-12-31', name: 'A', parent: 'tinh' },
      { from: '2020-01-01', name: 'C', parent: 'tinh' },
    ],
  })
  const outcome = decideUnitChange(tree, { kind: 'rename', effectiveOn: calendarDate('2005-01-01'), unit: seen('xa'), name: 'B', shortName: 'B' })
  assert.deepEqual(outcome.changed[0]?.spans.map((span) => [span.name, span.from]), [
    ['A', '1991-01-01'],
    ['B', '2005-01-01'],
    ['B', '2011-01-01'],
    ['C', '2020-01-01'],
  ])
})

test('a unit cannot be moved under itself or under a unit below it', () => {
  const tree = district()
  const move = (code: string, under: string | null): UnitChange => ({ kind: 'move_parent', effectiveOn: on, unit: seen(code), parentId: under === null ? null : unitIdOf(under) })
  assert.equal(refusalOf(() => decideUnitChange(tree, move('huyen', 'thon1'))), 'organisation.unit.cycle')
  assert.equal(refusalOf(() => decideUnitChange(tree, move('huyen', 'huyen'))), 'organisation.unit.cycle')
  assert.equal(refusalOf(() => decideUnitChange(tree, move('thon1', null))), 'not refused')
})

test('a unit cannot stand under one that ends earlier or begins later', () => {
  const tree = buildTree({ huyen: [{ from: '1991-01-01', to: '2025-06-30' }], sau: [{ from: '2026-01-01' }], xa: [{ from: '1991-01-01' }] })
  for (const under of ['huyen', 'sau']) {
    assert.equal(refusalOf(() => decideUnitChange(tree, { kind: 'move_parent', effectiveOn: calendarDate('2025-01-01'), unit: seen('xa'), parentId: unitIdOf(under) })), 'organisation.unit.parent-not-alive')
  }
})

const refused: readonly [string, UnitChange, string][] = [
  ['a code that is in use', { kind: 'found', effectiveOn: on, unit: newUnit('camThanh', null) }, 'organisation.unit.code-taken'],
  ['a parent nobody knows', { kind: 'found', effectiveOn: on, unit: newUnit('moi', 'khongCo') }, 'organisation.unit.not-found'],
  ['a unit nobody knows', { kind: 'dissolve', effectiveOn: on, unit: seen('khongCo') }, 'organisation.unit.not-found'],
  ['a version that is no longer true', { kind: 'dissolve', effectiveOn: on, unit: { unitId: unitIdOf('thon1'), version: 7 } }, 'organisation.unit.changed'],
  ['a day before the unit was founded', { kind: 'dissolve', effectiveOn: calendarDate('1990-01-01'), unit: seen('thon1') }, 'organisation.unit.not-alive'],
  ['the founding day as the end', { kind: 'dissolve', effectiveOn: calendarDate('1991-01-01'), unit: seen('thon1') }, 'organisation.unit.not-alive'],
  ['the name the unit has', { kind: 'rename', effectiveOn: on, unit: seen('camThanh'), name: 'Cam Thanh', shortName: 'Cam Thanh' }, 'organisation.unit.nothing-changes'],
  ['the parent the unit has', { kind: 'move_parent', effectiveOn: on, unit: seen('thon1'), parentId: unitIdOf('camThanh') }, 'organisation.unit.nothing-changes'],
  ['a unit merged with itself', { kind: 'merge', effectiveOn: on, predecessors: [seen('camThanh'), seen('camThanh')], successor: newUnit('moi', 'huyen') }, 'organisation.unit.same-twice'],
  ['a unit absorbed by itself', { kind: 'absorb', effectiveOn: on, predecessors: [seen('camThanh')], successor: seen('camThanh') }, 'organisation.unit.same-twice'],
  ['a new unit under one of those it replaces', { kind: 'merge', effectiveOn: on, predecessors: [seen('camThanh'), seen('camThuy')], successor: newUnit('moi', 'camThanh') }, 'organisation.unit.cycle'],
]

for (const [what, change, code] of refused) {
  test(`${what} is refused`, () => assert.equal(refusalOf(() => decideUnitChange(district(), change)), code))
}

test('a random sequence of moves never leads to a tree with a fault', () => {
  const codes = ['a', 'b', 'c', 'd', 'e']
  const step = fc.record({ unit: fc.constantFrom(...codes), under: fc.option(fc.constantFrom(...codes)), day: fc.integer({ min: 1, max: 28 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
      let tree: UnitTree = buildTree(Object.fromEntries(codes.map((code) => [code, [{ from: '2024-01-01' }]])))
      for (const { unit, under, day } of steps) {
        const version = tree.get(unitIdOf(unit))?.version ?? 1
        try {
          const date = calendarDate(`2024-02-${String(day).padStart(2, '0')}`)
          tree = after(tree, decideUnitChange(tree, { kind: 'move_parent', effectiveOn: date, unit: { unitId: unitIdOf(unit), version }, parentId: under === null ? null : unitIdOf(under) }))
        } catch (error) {
          assert.ok(error instanceof Refusal)
        }
        assert.deepEqual(faultsOf(tree), [])
      }
    }),
    { numRuns: 300 },
  )
})
