import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import type { Permission } from '#kernel/permission.ts'

/** A unit as far as competence looks at it. */
interface Unit {
  readonly id: UnitId
  readonly kind: string
  readonly parentId: UnitId | null
}

/** Whose head answers for the whole committee although other bodies stand beside (cấp ủy, chính quyền). */
const leadingKinds: ReadonlySet<string> = new Set(['party_committee', 'peoples_committee'])

/**
 * Whether somebody may be the second person (người thứ hai) of an act that concerns the whole committee: holds one of
 * the rights over all of it, or over the Party committee or People's Committee directly below its top.
 */
export function answersForCommittee(actor: Actor, rights: readonly Permission[], units: readonly Unit[]): boolean {
  const tops = units.filter((unit) => unit.parentId === null).map((unit) => unit.id)
  if (tops.length === 0) return false
  const leading = units.filter((unit) => leadingKinds.has(unit.kind) && unit.parentId !== null && tops.includes(unit.parentId))
  return rights.some((right) => tops.every((top) => holdsOver(actor, right, [top])) || leading.some((unit) => holdsOver(actor, right, [unit.id])))
}

/** Whether somebody administers accounts over a unit of today's tree, null for the whole committee: there they give and end roles (vai trò được giao). */
export function administersOver(actor: Actor, unitId: UnitId | null, units: ReadonlyMap<UnitId, Unit>): boolean {
  return holdsOver(actor, 'accounts:manage', unitId === null ? [] : lineage(units, unitId).map((unit) => unit.id))
}
