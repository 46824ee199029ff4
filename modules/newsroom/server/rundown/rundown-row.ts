import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { rightsOverRundown, type RundownRights } from '../../domain/rundown/rights.ts'
import type { RundownState } from '../../domain/rundown/state.ts'
import { seesDesk } from '../desk/desk-units.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

export type RundownId = Id<'rundown'>

/** A rundown (khung chương trình) as stored, and what the one who asks may do in it. */
export interface RundownRow {
  readonly id: RundownId
  readonly unitId: UnitId
  readonly programmeId: string | null
  readonly name: string
  readonly date: CalendarDate
  readonly startMs: number
  readonly outMs: number | null
  readonly state: RundownState
  readonly revision: number
  readonly changes: number
  readonly rights: RundownRights
}

/** Columns of {@link RundownRow}. */
export const rundownColumns = ['id', 'unit_id', 'programme_id', 'name', 'on_date', 'start_ms', 'out_ms', 'state', 'revision', 'changes'] as const

type Stored = Record<'id' | 'unit_id' | 'name' | 'on_date' | 'state', string> & Record<'start_ms' | 'revision' | 'changes', number> & { readonly programme_id: string | null; readonly out_ms: number | null }

/** A stored rundown for somebody; undefined when it is of a newsroom they do not belong to. */
export function rundownFor(actor: Actor, day: UnitsOfDay, row: Stored): RundownRow | undefined {
  const unitId = row.unit_id as UnitId
  if (!seesDesk(actor, day)(unitId)) return undefined
  return {
    id: row.id as RundownId,
    unitId,
    programmeId: row.programme_id,
    name: row.name,
    date: row.on_date as CalendarDate,
    startMs: row.start_ms,
    outMs: row.out_ms,
    state: row.state as RundownState,
    revision: row.revision,
    changes: row.changes,
    rights: rightsOverRundown(actor, day.lineageOf(unitId)),
  }
}

/** A rundown that the actor may read; for everybody else there is none. */
export async function readRundown(read: Reader, actor: Actor, day: UnitsOfDay, id: RundownId): Promise<RundownRow> {
  const row = await read.selectFrom('newsroom_rundown').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select(rundownColumns).executeTakeFirst()
  return (row && rundownFor(actor, day, row)) ?? refuse('platform.not-found')
}

/** {@link readRundown}, locked: changes of one rundown come one after another. */
export async function lockRundown(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, id: RundownId): Promise<RundownRow> {
  const row = await tx.selectFrom('newsroom_rundown').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select(rundownColumns).forUpdate().executeTakeFirst()
  return (row && rundownFor(actor, day, row)) ?? refuse('platform.not-found')
}

/** {@link lockRundown} for the producer, while it has not ended. */
export async function lockToOrder(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, id: RundownId): Promise<RundownRow> {
  const rundown = await lockRundown(tx, actor, day, id)
  if (!rundown.rights.producer) refuse('platform.not-found')
  if (rundown.state === 'ended') refuse('newsroom.rundown.ended')
  return rundown
}

/** Counts a change, which open screens follow, and answers the count. */
export async function countChange(tx: Tx<'newsroom'>, { tenantId }: Actor, id: RundownId, now: Date, change: { readonly state?: RundownState } = {}): Promise<number> {
  const { changes } = await tx
    .updateTable('newsroom_rundown')
    .set({ ...change, changes: sql<number>`changes + 1`, changed_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning('changes')
    .executeTakeFirstOrThrow()
  return changes
}

/** Who acts, as a person; an account without one keeps no rundown. */
export function personOf({ personId }: Actor): PersonId {
  return personId ?? refuse('newsroom.rundown.no-person')
}
