import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import { faultsOf } from './check-tree.ts'
import { buildTree, unitIdOf } from './tree-builder.ts'
import { lineageOn, spanOn, subtreeOn, treeOn, type Unit, type UnitTree } from './unit-tree.ts'

const kindsOf = (tree: UnitTree): string[] => faultsOf(tree).map((fault) => `${fault.unitId} ${fault.kind} ${fault.on}`)

test('a sound tree has no fault', () => {
  const tree = buildTree({
    huyen: [{ from: '1991-01-01', to: '2025-06-30' }],
    xa: [{ from: '1991-01-01', to: '2025-06-30', parent: 'huyen' }, { from: '2025-07-01' }],
    thon: [{ from: '2000-01-01', parent: 'xa' }],
  })
  assert.deepEqual(kindsOf(tree), [])
})

test('a cycle is found even when it exists for one day only, and that day is named', () => {
  const tree = buildTree({
    a: [{ from: '2020-01-01', to: '2020-06-30' }, { from: '2020-07-01', parent: 'b' }],
    b: [{ from: '2020-01-01', to: '2020-07-01', parent: 'a' }, { from: '2020-07-02' }],
  })
  assert.deepEqual(kindsOf(tree), ['id:a cycle 2020-07-01', 'id:b cycle 2020-07-01'])
})

test('two units that stand above each other at different times are no cycle', () => {
  const tree = buildTree({
    a: [{ from: '2020-01-01', to: '2020-06-30' }, { from: '2020-07-01', parent: 'b' }],
    b: [{ from: '2020-01-01', to: '2020-06-30', parent: 'a' }, { from: '2020-07-01' }],
  })
  assert.deepEqual(kindsOf(tree), [])
})

test('a long cycle is reported for its members and not for what hangs below it', () => {
  const tree = buildTree({
    a: [{ from: '2020-01-01', parent: 'c' }],
    b: [{ from: '2020-01-01', parent: 'a' }],
    c: [{ from: '2020-01-01', parent: 'b' }],
    below: [{ from: '2020-01-01', parent: 'a' }],
  })
  assert.deepEqual(faultsOf(tree).map((fault) => fault.unitId), ['id:a', 'id:b', 'id:c'].map((id) => asId<'unit'>(id)))
})

test('a parent must live as long as the stretch below it', () => {
  const tree = buildTree({
    huyen: [{ from: '1991-01-01', to: '2025-06-30' }],
    early: [{ from: '1990-01-01', to: '2000-01-01', parent: 'huyen' }],
    late: [{ from: '2000-01-01', parent: 'huyen' }],
    lost: [{ from: '2000-01-01', parent: 'nobody' }],
  })
  assert.deepEqual(kindsOf(tree), ['id:early parent-not-alive 1990-01-01', 'id:late parent-not-alive 2025-07-01', 'id:lost parent-unknown 2000-01-01'])
})

test('stretches of one unit neither overlap nor leave a gap nor end before they start', () => {
  assert.deepEqual(kindsOf(buildTree({ a: [{ from: '2020-01-01', to: '2020-12-31' }, { from: '2020-12-31' }] })), ['id:a overlap 2020-12-31'])
  assert.deepEqual(kindsOf(buildTree({ a: [{ from: '2020-01-01', to: '2020-12-31' }, { from: '2021-01-02' }] })), ['id:a gap 2021-01-01'])
  assert.deepEqual(kindsOf(buildTree({ a: [{ from: '2020-01-01', to: '2019-12-31' }] })), ['id:a end-before-start 2020-01-01'])
  assert.deepEqual(kindsOf(buildTree({ a: [{ from: '2020-01-01' }, { from: '2021-01-01' }] })), ['id:a overlap 2021-01-01'])
})

// Days 0…11 of one month: small enough that a slow oracle can look at every day.
const lastDay = 11
const dayOf = (index: number): CalendarDate => addDays(calendarDate('2024-03-01'), index)

const randomTree: fc.Arbitrary<UnitTree> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc
    .array(
      fc.record({
        cuts: fc.uniqueArray(fc.integer({ min: 0, max: lastDay }), { minLength: 2, maxLength: 5 }),
        endless: fc.boolean(),
        parents: fc.array(fc.integer({ min: -1, max: count - 1 }), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: count, maxLength: count },
    )
    .map((plans) => {
      const tree = new Map<UnitId, Unit>()
      plans.forEach((plan, index) => {
        const cuts = plan.cuts.toSorted((a, b) => a - b)
        const spans = cuts.slice(0, -1).map((from, place) => {
          const parent = plan.parents[place] ?? -1
          const isLast = place === cuts.length - 2
          return {
            name: `${index}`,
            shortName: `${index}`,
            kind: 'commune',
            level: 'commune',
            parentId: parent < 0 ? null : unitIdOf(`${parent}`),
            from: dayOf(from),
            to: isLast && plan.endless ? null : dayOf((cuts[place + 1] ?? lastDay) - (isLast ? 0 : 1)),
          }
        })
        tree.set(unitIdOf(`${index}`), { id: unitIdOf(`${index}`), code: `${index}`, version: 1, spans })
      })
      return tree
    }),
)

/** Looks at each day by itself: who is whose parent, does everybody reach a root, does every parent exist. */
function oracle(tree: UnitTree): { cycles: Set<UnitId>; orphans: Set<UnitId> } {
  const cycles = new Set<UnitId>()
  const orphans = new Set<UnitId>()
  for (let day = 0; day <= lastDay + 1; day++) {
    const parents = new Map<UnitId, UnitId | null>()
    for (const unit of tree.values()) {
      const span = spanOn(unit, dayOf(day))
      if (span !== undefined) parents.set(unit.id, span.parentId)
    }
    for (const [unitId, parentId] of parents) {
      if (parentId !== null && !parents.has(parentId)) orphans.add(unitId)
      let at = parentId
      for (let steps = 0; at !== null && at !== undefined && steps <= tree.size; steps++) {
        if (at === unitId) {
          cycles.add(unitId)
          break
        }
        at = parents.get(at) ?? null
      }
    }
  }
  return { cycles, orphans }
}

test('on random trees the check finds exactly the cycles and orphans that looking at every day finds', () => {
  fc.assert(
    fc.property(randomTree, (tree) => {
      const { cycles, orphans } = oracle(tree)
      const faults = faultsOf(tree)
      const orphaned = new Set(faults.filter((fault) => fault.kind === 'parent-not-alive').map((fault) => fault.unitId))
      const circling = new Set(faults.filter((fault) => fault.kind === 'cycle').map((fault) => fault.unitId))
      assert.deepEqual(orphaned, orphans)
      // A stretch that lacks a parent is reported as that; the cycle is still found on its other members.
      for (const unitId of circling) assert.ok(cycles.has(unitId))
      for (const unitId of cycles) assert.ok(circling.has(unitId) || orphans.has(unitId))
    }),
    { numRuns: 600 },
  )
})

/** The same tree with every faulty stretch made a root: sound, and still branching. */
function mended(tree: UnitTree): UnitTree {
  let next = tree
  for (let faults = faultsOf(next); faults.length > 0; faults = faultsOf(next)) {
    const faulty = new Set(faults.map((fault) => fault.span))
    next = new Map([...next].map(([id, unit]) => [id, { ...unit, spans: unit.spans.map((span) => (faulty.has(span) ? { ...span, parentId: null } : span)) }]))
  }
  return next
}

test('on random sound trees, what is below and what is above agree on every day', () => {
  fc.assert(
    fc.property(randomTree.map(mended), fc.integer({ min: 0, max: lastDay }), (tree, index) => {
      const date = dayOf(index)
      const order = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1)
      const listed = treeOn(tree, date, order).map((unit) => unit.id)
      const alive = [...tree.values()].filter((unit) => spanOn(unit, date) !== undefined).map((unit) => unit.id)
      assert.deepEqual(new Set(listed), new Set(alive))
      for (const above of alive) {
        const below = new Set(subtreeOn(tree, above, date))
        for (const unitId of alive) assert.equal(below.has(unitId), lineageOn(tree, unitId, date).includes(above))
      }
      for (const [place, unitId] of listed.entries()) {
        const parent = lineageOn(tree, unitId, date)[1]
        assert.ok(parent === undefined || listed.indexOf(parent) < place)
      }
    }),
    { numRuns: 400 },
  )
})

test('ten thousand units in one line are checked at once', () => {
  const plain: Record<string, { from: string; parent: string | null }[]> = {}
  for (let index = 0; index < 10_000; index++) plain[`u${index}`] = [{ from: '2020-01-01', parent: index === 0 ? null : `u${index - 1}` }]
  assert.deepEqual(faultsOf(buildTree(plain)), [])
})
