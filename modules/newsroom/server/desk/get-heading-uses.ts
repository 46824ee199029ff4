import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { deskRoutes, usesShown, type HeadingUse } from '../../contract/desk-routes.ts'
import { openStates } from '../../domain/planning/state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'
import { readHeading, type HeadingRow } from './heading-rows.ts'

type Use = HeadingUse & { readonly unitId: UnitId }

/** What is planned under a column, category or programme after a day: ending it with that day leaves it as it is. */
export const getHeadingUses = query(deskRoutes.getHeadingUses, async ({ params, query: { after }, actor, read, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const heading = await readHeading(read, actor.tenantId, params.headingId)
  if (heading === undefined || !keepsDesk(actor, day, heading.unitId)) return refuse('platform.not-found')
  const found = [...(await storiesAfter(read, actor.tenantId, heading, after)), ...(heading.kind === 'column' ? await assignmentsAfter(read, actor.tenantId, heading.name, after) : []), ...(heading.kind === 'programme' ? await rundownsAfter(read, actor.tenantId, heading, after) : [])]
  const uses = found.filter(({ unitId }) => day.lineageOf(unitId).includes(heading.unitId)).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { count: uses.length, first: uses.slice(0, usesShown).map(({ unitId: _, ...use }) => use) }
})

/** Stories that have not aired and are meant for a day after, or stand in a rundown of one. */
async function storiesAfter(read: Reader, tenantId: TenantId, { id, kind, name }: HeadingRow, after: CalendarDate): Promise<Use[]> {
  const rows = await read
    .selectFrom('newsroom_story as s')
    .leftJoin('newsroom_rundown_item as i', (join) => join.on('i.tenant_id', '=', tenantId).onRef('i.story_id', '=', 's.id'))
    .leftJoin('newsroom_rundown as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'i.rundown_id').on('r.on_date', '>', after))
    .where('s.tenant_id', '=', tenantId)
    .where('s.air', 'in', ['none', 'placed'])
    .where((one) => (kind === 'programme' ? one('s.programme_id', '=', id) : one(`s.${kind}`, '=', name)))
    .where((one) => one.or([one('s.slot_date', '>', after), one('r.on_date', 'is not', null)]))
    .select(['s.id', 's.unit_id', 's.title', 's.slot_date', 'r.on_date'])
    .orderBy('s.id')
    .execute()
  const dayOf = (row: (typeof rows)[number]) => [row.on_date, row.slot_date].flatMap((each) => (each !== null && each > after ? [each] : [])).sort()[0] ?? after
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([row, ...more]) => (row === undefined ? [] : [{ kind: 'story' as const, name: row.title, day: [row, ...more].map(dayOf).sort()[0] as CalendarDate, unitId: row.unit_id as UnitId }]))
}

/** Assignments still to be done on a day after. */
async function assignmentsAfter(read: Reader, tenantId: TenantId, column: string, after: CalendarDate): Promise<Use[]> {
  const rows = await read.selectFrom('newsroom_assignment').where('tenant_id', '=', tenantId).where('on_date', '>', after).where('column', '=', column).where('state', 'in', openStates).select(['unit_id', 'topic', 'on_date']).orderBy('id').execute()
  return rows.map((row) => ({ kind: 'assignment', name: row.topic, day: row.on_date as CalendarDate, unitId: row.unit_id as UnitId }))
}

/** Rundowns of a programme on a day after. */
async function rundownsAfter(read: Reader, tenantId: TenantId, { id }: HeadingRow, after: CalendarDate): Promise<Use[]> {
  const rows = await read.selectFrom('newsroom_rundown').where('tenant_id', '=', tenantId).where('on_date', '>', after).where('programme_id', '=', id).where('state', '!=', 'ended').select(['unit_id', 'name', 'on_date']).orderBy('start_ms').orderBy('id').execute()
  return rows.map((row) => ({ kind: 'rundown', name: row.name, day: row.on_date as CalendarDate, unitId: row.unit_id as UnitId }))
}
