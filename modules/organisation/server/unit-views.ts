import type { PersonId, UnitId } from '#kernel/id.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { nearestSpan, type UnitOnDate, type UnitTree } from '../domain/unit-tree.ts'
import type { HoldingOnDate } from './as-of.ts'

/** A unit by name as of a date, or of the nearest day it existed. */
export function unitRefOf(tree: UnitTree, unitId: UnitId, date: CalendarDate) {
  const unit = tree.get(unitId)
  if (unit === undefined) throw new RangeError(`unit not in the tree: ${unitId}`)
  return { id: unitId, code: unit.code, name: nearestSpan(unit, date).name }
}

/** People and head of each unit on a day, from its holdings. */
export function peopleByUnit(holdings: readonly HoldingOnDate[]): Map<UnitId, { people: number; head: { id: PersonId; fullName: string } | null }> {
  const units = new Map<UnitId, { people: number; head: { id: PersonId; fullName: string } | null }>()
  for (const holding of holdings) {
    const unit = units.get(holding.unitId) ?? { people: 0, head: null }
    if (holding.isPrimary) unit.people += 1
    if (holding.isHead) unit.head ??= { id: holding.personId, fullName: holding.fullName }
    units.set(holding.unitId, unit)
  }
  return units
}

/** A node of the tree as it leaves the server. */
export function unitNodeView(unit: UnitOnDate, people: ReturnType<typeof peopleByUnit>) {
  const { id, code, version, name, shortName, kind, level, parentId } = unit
  const counted = people.get(id)
  return { id, code, version, name, shortName, kind, level, parentId, people: counted?.people ?? 0, head: counted?.head ?? null }
}
