import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { covers, isOrdered, sharedDays, type DateSpan } from './date-span.ts'
import { lifeOf, type Unit, type UnitSpan, type UnitTree } from './unit-tree.ts'

/** What is wrong with a stretch of a unit's life, and on which day it is first seen. */
export interface TreeFault {
  readonly kind: 'end-before-start' | 'overlap' | 'gap' | 'parent-unknown' | 'parent-not-alive' | 'cycle'
  readonly unitId: UnitId
  readonly span: UnitSpan
  readonly on: CalendarDate
}

/**
 * Everything wrong with a tree over all of time: stretches out of order, parents that do not live as long as the
 * stretch says, and units that on some day would stand below themselves.
 */
export function faultsOf(tree: UnitTree): TreeFault[] {
  const faults: TreeFault[] = []
  for (const unit of tree.values()) faults.push(...orderFaults(unit))
  const disordered = new Set(faults.map((fault) => fault.unitId))
  const clear = new Set<UnitSpan>()
  for (const unit of tree.values()) {
    if (disordered.has(unit.id)) continue
    for (const span of unit.spans) {
      if (span.parentId !== null && disordered.has(span.parentId)) continue
      const fault = parentFault(tree, unit, span) ?? cycleFault(tree, unit, span, clear)
      if (fault === undefined) clear.add(span)
      else faults.push(fault)
    }
  }
  return faults
}

function orderFaults(unit: Unit): TreeFault[] {
  const faults: TreeFault[] = []
  let before: UnitSpan | undefined
  for (const span of unit.spans) {
    if (!isOrdered(span)) faults.push({ kind: 'end-before-start', unitId: unit.id, span, on: span.from })
    else if (before !== undefined && (before.to === null || before.to >= span.from)) faults.push({ kind: 'overlap', unitId: unit.id, span, on: span.from })
    else if (before?.to && addDays(before.to, 1) !== span.from) faults.push({ kind: 'gap', unitId: unit.id, span, on: addDays(before.to, 1) })
    before = span
  }
  return faults
}

function parentFault(tree: UnitTree, unit: Unit, span: UnitSpan): TreeFault | undefined {
  if (span.parentId === null) return undefined
  const parent = tree.get(span.parentId)
  if (parent === undefined) return { kind: 'parent-unknown', unitId: unit.id, span, on: span.from }
  const life = lifeOf(parent)
  if (covers(life, span)) return undefined
  const on = span.from < life.from || life.to === null || span.from > life.to ? span.from : addDays(life.to, 1)
  return { kind: 'parent-not-alive', unitId: unit.id, span, on }
}

/**
 * Follows the parents through time, narrowing the days at each step. A stretch already known to be clear needs no
 * second walk: were the unit above it on some day, that stretch's own walk would have come back to itself.
 */
function cycleFault(tree: UnitTree, unit: Unit, span: UnitSpan, clear: ReadonlySet<UnitSpan>): TreeFault | undefined {
  const seen = new Map<UnitSpan, DateSpan[]>()
  const open: { parentId: UnitId | null; days: DateSpan }[] = [{ parentId: span.parentId, days: span }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.parentId === null) continue
    if (at.parentId === unit.id) return { kind: 'cycle', unitId: unit.id, span, on: at.days.from }
    for (const above of tree.get(at.parentId)?.spans ?? []) {
      if (clear.has(above)) continue
      const days = sharedDays(at.days, above)
      if (days === undefined) continue
      const walked = seen.get(above) ?? []
      if (walked.some((earlier) => covers(earlier, days))) continue
      seen.set(above, [...walked, days])
      open.push({ parentId: above.parentId, days })
    }
  }
  return undefined
}
