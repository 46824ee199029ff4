import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { holdsOn, type DateSpan } from './date-span.ts'

/** A stretch of a unit's life during which its name, kind, level and parent stay the same. */
export interface UnitSpan extends DateSpan {
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly level: string
  readonly parentId: UnitId | null
}

/** A unit (cơ quan, tổ chức, đơn vị) with its stretches in order of time, without gaps. */
export interface Unit {
  readonly id: UnitId
  readonly code: string
  readonly version: number
  readonly spans: readonly UnitSpan[]
}

/** All units a tenant ever had. Which of them form a tree is a question with a date. */
export type UnitTree = ReadonlyMap<UnitId, Unit>

/** A unit as it was on one day. */
export interface UnitOnDate extends UnitSpan {
  readonly id: UnitId
  readonly code: string
  readonly version: number
}

/** The stretch the day falls in; undefined when the unit did not exist then. */
export function spanOn(unit: Unit, date: CalendarDate): UnitSpan | undefined {
  return unit.spans.find((span) => holdsOn(span, date))
}

/** From founding to the last day. */
export function lifeOf(unit: Unit): DateSpan {
  const first = unit.spans[0]
  const last = unit.spans.at(-1)
  if (first === undefined || last === undefined) throw new RangeError(`unit without a life: ${unit.code}`)
  return { from: first.from, to: last.to }
}

/** The stretch of that day, else the first when it is before founding, else the last. */
export function nearestSpan(unit: Unit, date: CalendarDate): UnitSpan {
  const span = spanOn(unit, date) ?? (date < lifeOf(unit).from ? unit.spans[0] : unit.spans.at(-1))
  if (span === undefined) throw new RangeError(`unit without a life: ${unit.code}`)
  return span
}

/** The unit and the units above it on the day, nearest first; empty when it did not exist then. */
export function lineageOn(tree: UnitTree, unitId: UnitId, date: CalendarDate): UnitId[] {
  const lineage: UnitId[] = []
  let at: UnitId | null = unitId
  while (at !== null) {
    const unit = tree.get(at)
    const span: UnitSpan | undefined = unit && spanOn(unit, date)
    if (span === undefined || lineage.includes(at)) break
    lineage.push(at)
    at = span.parentId
  }
  return lineage
}

/**
 * The lineage by which rights over a unit are judged: today's, or for a unit that no longer exists that of its
 * last day, or of its first day when it is yet to be founded.
 */
export function lineageForRights(tree: UnitTree, unitId: UnitId, today: CalendarDate): UnitId[] {
  const unit = tree.get(unitId)
  if (unit === undefined) return []
  const life = lifeOf(unit)
  const day = today < life.from ? life.from : life.to !== null && life.to < today ? life.to : today
  return lineageOn(tree, unitId, day)
}

/** Units directly below each unit on the day, in the order of the map; key null holds the roots. */
export function childrenOn(tree: UnitTree, date: CalendarDate): Map<UnitId | null, UnitOnDate[]> {
  const children = new Map<UnitId | null, UnitOnDate[]>()
  for (const unit of tree.values()) {
    const span = spanOn(unit, date)
    if (span === undefined) continue
    const siblings = children.get(span.parentId) ?? []
    siblings.push({ ...span, id: unit.id, code: unit.code, version: unit.version })
    children.set(span.parentId, siblings)
  }
  return children
}

/** The tree on a day: every unit that existed, parents before children, siblings in the order given. */
export function treeOn(tree: UnitTree, date: CalendarDate, order: (a: UnitOnDate, b: UnitOnDate) => number): UnitOnDate[] {
  const children = childrenOn(tree, date)
  for (const siblings of children.values()) siblings.sort(order)
  const units: UnitOnDate[] = []
  const below = (children.get(null) ?? []).toReversed()
  for (let unit = below.pop(); unit !== undefined; unit = below.pop()) {
    units.push(unit)
    below.push(...(children.get(unit.id) ?? []).toReversed())
  }
  return units
}

/** The unit and everything below it on the day; empty when it did not exist then. */
export function subtreeOn(tree: UnitTree, rootId: UnitId, date: CalendarDate): UnitId[] {
  const root = tree.get(rootId)
  if (root === undefined || spanOn(root, date) === undefined) return []
  const children = childrenOn(tree, date)
  const found: UnitId[] = []
  const open: UnitId[] = [rootId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    found.push(id)
    for (const child of children.get(id) ?? []) open.push(child.id)
  }
  return found
}
