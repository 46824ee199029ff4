import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { disposal, type DueThing } from '#platform/retention/disposal.ts'
import { freeFiles } from './free-files.ts'
import { heldMonths } from './holds.ts'

const lastDay = sql<CalendarDate>`(t.month + interval '1 month' - interval '1 day')::date`

/** Evidence (minh chứng) of months past its period. */
export const evidenceDisposal = disposal<'evaluation'>({
  recordClass: 'evidence',
  async find(read, tenantId, endedBefore) {
    const held = await heldMonths(read, tenantId)
    const rows = await read
      .selectFrom('evaluation_evidence as e')
      .innerJoin('evaluation_task as t', (join) => join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'e.task_id'))
      .where('e.tenant_id', '=', tenantId)
      .where(lastDay, '<', endedBefore)
      .select(['e.id', 'e.name', 't.person_id', 't.month', lastDay.as('ended')])
      .orderBy('t.month')
      .execute()
    return rows.map((row) => ({ id: row.id, endedOn: row.ended, label: row.name, personId: row.person_id, hold: held(row.person_id, row.month) }))
  },
  async remove(tx, tenantId, ids) {
    return removeEvidence(tx, tenantId, sql<boolean>`id = any(${ids}::uuid[])`)
  },
})

/** Tasks (nhiệm vụ) of months past their period, with their evidence. */
export const tasksDisposal = disposal<'evaluation'>({
  recordClass: 'tasks',
  async find(read, tenantId, endedBefore) {
    const held = await heldMonths(read, tenantId)
    const rows = await read
      .selectFrom('evaluation_task as t')
      .where('t.tenant_id', '=', tenantId)
      .where(lastDay, '<', endedBefore)
      .select(['t.id', 't.title', 't.person_id', 't.month', lastDay.as('ended')])
      .orderBy('t.month')
      .execute()
    const due = rows.map((row): DueThing => ({ id: row.id, endedOn: row.ended, label: row.title, personId: row.person_id, hold: held(row.person_id, row.month) }))
    return holdSources(due, await receivedTasks(read, tenantId))
  },
  async remove(tx, tenantId, ids) {
    const evidence = await removeEvidence(tx, tenantId, sql<boolean>`task_id = any(${ids}::uuid[])`)
    const tasks = await tx.deleteFrom('evaluation_task').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
    return { rows: { ...evidence.rows, evaluation_task: Number(tasks.numDeletedRows) }, files: evidence.files }
  },
})

async function receivedTasks(read: Reader, tenantId: TenantId): Promise<{ id: string; from: string }[]> {
  const rows = await read.selectFrom('evaluation_task').where('tenant_id', '=', tenantId).where('received_from_task', 'is not', null).select(['id', 'received_from_task as from']).execute()
  return rows.flatMap(({ id, from }) => (from === null ? [] : [{ id, from }]))
}

/** A task handed on stays as long as the one that came of it. */
function holdSources(due: readonly DueThing[], received: readonly { readonly id: string; readonly from: string }[]): DueThing[] {
  const going = new Set(due.filter((task) => task.hold === null).map((task) => task.id))
  for (let changed = true; changed; ) {
    const needed = received.filter((task) => going.has(task.from) && !going.has(task.id))
    needed.forEach((task) => going.delete(task.from))
    changed = needed.length > 0
  }
  return due.map((task) => (task.hold === null && !going.has(task.id) ? { ...task, hold: 'named-elsewhere' } : task))
}

async function removeEvidence(tx: Tx<'evaluation'>, tenantId: TenantId, which: ReturnType<typeof sql<boolean>>) {
  const gone = await tx.deleteFrom('evaluation_evidence').where('tenant_id', '=', tenantId).where(which).returning('file_id').execute()
  const files = await freeFiles(tx, tenantId, gone.flatMap((row) => (row.file_id === null ? [] : [row.file_id])))
  return { rows: { evaluation_evidence: gone.length, stored_file: files.length }, files }
}
