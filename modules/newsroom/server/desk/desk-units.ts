import { holdsOver, scopeOf, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import { newsroomRights } from '../../domain/policy.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

/** Whether somebody keeps the desk's lists of a unit (thư ký tòa soạn). */
export function keepsDesk(actor: Actor, day: UnitsOfDay, unitId: UnitId): boolean {
  return holdsOver(actor, 'newsroom:desk', day.lineageOf(unitId))
}

/** Units whose lists somebody sees: those of their newsroom and those above it, whose programmes it fills. */
export function seesDesk(actor: Actor, day: UnitsOfDay): (unitId: UnitId) => boolean {
  const scopes = newsroomRights.map((right) => scopeOf(actor, right))
  if (scopes.includes(null)) return () => true
  const roots = new Set(scopes.flatMap((scope) => scope ?? []))
  const above = new Set([...roots].flatMap((root) => day.lineageOf(root)))
  return (unitId) => above.has(unitId) || day.lineageOf(unitId).some((id) => roots.has(id))
}
