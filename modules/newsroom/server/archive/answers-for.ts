import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

/** Who answers for what a newsroom aired: the desk, the department and leadership. They correct it and prove what was aired. */
export function answersFor(actor: Actor, day: UnitsOfDay, unitId: UnitId): boolean {
  const lineage = day.lineageOf(unitId)
  return (['newsroom:desk', 'newsroom:review', 'newsroom:approve'] as const).some((right) => holdsOver(actor, right, lineage))
}
