import { holds, holdsOver, scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import type { UnitChange } from './unit-change.ts'
import { lineageForRights, type UnitTree } from './unit-tree.ts'

/** May change the unit, its posts and who holds them. */
export function mayManageUnit(actor: Actor, tree: UnitTree, unitId: UnitId, today: CalendarDate): boolean {
  return holdsOver(actor, 'organisation:manage', lineageForRights(tree, unitId, today))
}

/** May change anything in the tenant: found roots, import, export. */
export function mayManageAll(actor: Actor): boolean {
  return holds(actor, 'organisation:manage') && scopeOf(actor, 'organisation:manage') === null
}

/** May see people of the unit: a right to read or to manage over it. */
export function mayReadUnit(actor: Actor, tree: UnitTree, unitId: UnitId, today: CalendarDate): boolean {
  const lineage = lineageForRights(tree, unitId, today)
  return holdsOver(actor, 'organisation:read', lineage) || holdsOver(actor, 'organisation:manage', lineage)
}

/** Units whose people the actor may see; null means all. */
export function readableUnits(actor: Actor, tree: UnitTree, today: CalendarDate): UnitId[] | null {
  if (scopeOf(actor, 'organisation:read') === null || scopeOf(actor, 'organisation:manage') === null) return null
  return [...tree.keys()].filter((unitId) => mayReadUnit(actor, tree, unitId, today))
}

/** May see who a person is and which posts they held: oneself, people of readable units, and people who never held a post for those who manage. */
export function maySeePerson(actor: Actor, personId: PersonId, unitIds: readonly UnitId[], tree: UnitTree, today: CalendarDate): boolean {
  if (actor.personId === personId) return true
  if (unitIds.length === 0) return holds(actor, 'organisation:manage')
  return unitIds.some((unitId) => mayReadUnit(actor, tree, unitId, today))
}

/** May change a person's particulars and see personal detail: who manages a unit the person held a post in, or anybody who manages when there is none. */
export function mayManagePerson(actor: Actor, unitIds: readonly UnitId[], tree: UnitTree, today: CalendarDate): boolean {
  if (unitIds.length === 0) return holds(actor, 'organisation:manage')
  return unitIds.some((unitId) => mayManageUnit(actor, tree, unitId, today))
}

/** May see birth date, sex and absences: own record, or who manages the person. */
export function maySeeDetail(actor: Actor, personId: PersonId, unitIds: readonly UnitId[], tree: UnitTree, today: CalendarDate): boolean {
  return actor.personId === personId || mayManagePerson(actor, unitIds, tree, today)
}

/** May do an act of reorganisation: manages every unit it names, and the whole tenant when a root comes of it. */
export function mayChangeUnits(actor: Actor, change: UnitChange, tree: UnitTree, today: CalendarDate): boolean {
  return unitsNamedBy(change).every((unitId) => (unitId === null ? mayManageAll(actor) : mayManageUnit(actor, tree, unitId, today)))
}

/** Existing units an act names; null stands for the place of a root. */
export function unitsNamedBy(change: UnitChange): (UnitId | null)[] {
  switch (change.kind) {
    case 'found':
      return [change.unit.parentId, ...change.unit.takes]
    case 'rename':
    case 'retype':
    case 'dissolve':
      return [change.unit.unitId]
    case 'move_parent':
      return [change.unit.unitId, change.parentId]
    case 'merge':
      return [...change.predecessors.map((seen) => seen.unitId), change.successor.parentId, ...change.successor.takes]
    case 'absorb':
      return [...change.predecessors.map((seen) => seen.unitId), change.successor.unitId]
    case 'split_off':
    case 'divide':
      return [change.predecessor.unitId, ...change.successors.flatMap((unit) => [unit.parentId, ...unit.takes])]
    case 'partial_move':
      return [change.predecessor.unitId, change.successor.unitId, ...change.takes]
  }
}
