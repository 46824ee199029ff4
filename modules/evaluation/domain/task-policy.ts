import { holds, holdsOver, scopeOf, type Actor } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import type { TaskRight } from './task.ts'

const seeing = ['evaluation:assign', 'evaluation:score', 'evaluation:manage'] as const satisfies readonly Permission[]

/**
 * What the actor is to a task of this person in a unit with this lineage (the unit and those above it). Heads of the
 * unit or of a unit above track and assign (articles 10.1, 18.1), and so tracks who a campaign names as superior
 * (`named`); the personnel officer may assign; nobody is superior to their own work. Who holds no post any more neither
 * reports nor judges.
 */
export function rightsOverTask(actor: Actor, personId: PersonId, lineage: readonly UnitId[], named = false): Set<TaskRight> {
  const works = holds(actor, 'evaluation:self')
  if (actor.personId === personId) return new Set(works ? ['subject'] : [])
  const rights = new Set<TaskRight>()
  if (works && actor.personId !== null && (named || holdsOver(actor, 'evaluation:score', lineage))) rights.add('superior')
  if (holdsOver(actor, 'evaluation:assign', lineage)) rights.add('assigner')
  return rights
}

/** May see the task with its evidence: its subject, heads above, the superior a campaign names, the officer of the scope. */
export function maySeeTask(actor: Actor, personId: PersonId, lineage: readonly UnitId[], named = false): boolean {
  return named || actor.personId === personId || seeing.some((permission) => holdsOver(actor, permission, lineage))
}

/** Units whose tasks the actor may see besides the own ones; null means all. Their subtrees belong to them. */
export function taskScopeOf(actor: Actor): UnitId[] | null {
  const units = new Set<UnitId>()
  for (const permission of seeing) {
    const scope = scopeOf(actor, permission)
    if (scope === null) return null
    scope.forEach((unit) => units.add(unit))
  }
  return [...units]
}

/** May change the catalogue, which holds for the whole body: the right to manage over every root of the tree. */
export function mayManageCatalogue(actor: Actor, roots: readonly UnitId[]): boolean {
  const scope = scopeOf(actor, 'evaluation:manage')
  return scope === null || (scope.length > 0 && roots.every((root) => scope.includes(root)))
}
