import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { PersonId, TaskId, TenantId, UnitId } from '#kernel/id.ts'
import { personNames, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { evidenceView, taskView } from '../../contract/views.ts'
import { showCoefficient } from '../../domain/catalogue.ts'
import { rightsOverTask } from '../../domain/task-policy.ts'
import { taskActsFor } from '../../domain/task.ts'
import { namedSuperior } from './named-superior.ts'
import type { TaskRow } from './task-rows.ts'
import type { UnitsOfDay } from './task-scope.ts'

export type TaskView = z.input<typeof taskView>
type EvidenceView = z.input<typeof evidenceView>

/** Views of tasks already known to be visible to the actor: names, evidence and acts in a few statements for all of them. */
export async function viewsOf(read: Reader, actor: Actor, day: UnitsOfDay, tasks: readonly TaskRow[]): Promise<TaskView[]> {
  if (tasks.length === 0) return []
  const { tenantId } = actor
  const people = new Set(tasks.flatMap((task) => [task.personId, task.receivedFrom, task.handedTo]).filter((id) => id !== null))
  const names = await personNames(read, tenantId, [...people])
  const evidence = await evidenceOf(read, tenantId, tasks.map((task) => task.id))
  const isNamed = await namedSuperior(read, actor, tasks.map((task) => task.personId))
  const formerNames = await namesOfFormerUnits(read, tenantId, day, tasks)
  const person = (id: PersonId) => ({ id, fullName: names.get(id)?.fullName ?? '' })
  const personOrNull = (id: PersonId | null) => (id === null ? null : person(id))
  return tasks.map((task): TaskView => {
    const rights = rightsOverTask(actor, task.personId, day.lineageOf(task.unitId), isNamed(task.personId, task.month))
    const { periodClosed, receivedFrom, handedTo, personId, unitId, ...facts } = task
    return {
      ...facts,
      person: person(personId),
      unit: { id: unitId, name: day.nameOf(unitId) ?? formerNames.get(unitId) ?? '' },
      coefficientShown: showCoefficient(task.coefficient),
      receivedFrom: personOrNull(receivedFrom),
      handedTo: personOrNull(handedTo),
      evidence: evidence.get(task.id) ?? [],
      can: taskActsFor({ status: task.status, rights, periodClosed, reassigned: handedTo !== null }),
    }
  })
}

/** A task may outlive its unit; the name is then the one of the task's time. */
async function namesOfFormerUnits(read: Reader, tenantId: TenantId, day: UnitsOfDay, tasks: readonly TaskRow[]): Promise<Map<UnitId, string>> {
  const former = tasks.find((task) => day.nameOf(task.unitId) === undefined)
  if (former === undefined) return new Map()
  return new Map((await unitTreeAsOf(read, tenantId, former.month)).map((unit) => [unit.id, unit.name]))
}

async function evidenceOf(read: Reader, tenantId: TenantId, taskIds: readonly TaskId[]): Promise<Map<string, EvidenceView[]>> {
  const rows = await read
    .selectFrom('evaluation_evidence')
    .where('tenant_id', '=', tenantId)
    .where('task_id', 'in', [...taskIds])
    .where('removed_at', 'is', null)
    .select(['id', 'task_id', 'kind', 'name', 'address', 'media_type', 'size', 'added_at'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const byTask = new Map<string, EvidenceView[]>()
  for (const row of rows) {
    const list = byTask.get(row.task_id) ?? []
    if (list.length === 0) byTask.set(row.task_id, list)
    list.push(viewOfEvidence({ ...row, addedAt: row.added_at, mediaType: row.media_type, size: Number(row.size) }))
  }
  return byTask
}

/** One entry of evidence as screens get it. */
export function viewOfEvidence(row: { id: string; kind: string; name: string; address: string | null; mediaType: string; size: number; addedAt: Date }): EvidenceView {
  const { id, name, address, mediaType, size } = row
  return { id, kind: row.kind === 'file' ? 'file' : 'link', name, address, mediaType, size, addedAt: row.addedAt.toISOString() }
}

// `in ()` is not SQL; no unit has this id.
const nowhere = '00000000-0000-0000-0000-000000000000' as UnitId

/** A list for `in`, never empty. */
export function nonEmpty(units: readonly UnitId[]): UnitId[] {
  return units.length === 0 ? [nowhere] : [...units]
}
