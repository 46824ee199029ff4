import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { notEnded, type HeadingKind } from '../../domain/desk/heading.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'
import { readHeadings, type HeadingId } from './heading-rows.ts'

/** A name as it is compared: Chuyên mục and chuyên mục are one. */
const nameKey = (name: string): string => name.toLocaleLowerCase('vi')

/** Refuses a name that something of the same kind and unit is still used under. */
export async function nameMustBeFree(read: Reader, tenantId: TenantId, { unitId, kind, name, except }: { readonly unitId: UnitId; readonly kind: HeadingKind; readonly name: string; readonly except?: HeadingId }, today: CalendarDate): Promise<void> {
  const headings = await readHeadings(read, tenantId)
  const taken = headings.some((each) => each.id !== except && each.unitId === unitId && each.kind === kind && nameKey(each.name) === nameKey(name) && notEnded(each, today))
  if (taken) refuse('newsroom.desk.name-taken')
}

/** Begins a column, a category or a programme. */
export const addHeading = command(deskRoutes.addHeading, async ({ body, actor, read, tx, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const { unitId, kind, name, firstDay } = body
  if (!keepsDesk(actor, day, unitId)) return refuse('platform.not-found')
  await nameMustBeFree(read, actor.tenantId, { unitId, kind, name }, today)
  const id = newId<'heading'>()
  // Two at once with one name: the later finds the index taken.
  const added = await tx
    .insertInto('newsroom_heading')
    .values({ tenant_id: actor.tenantId, id, unit_id: unitId, kind, name, first_day: firstDay })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return refuse('newsroom.desk.name-taken')
  record({ action: 'newsroom.heading.added', subject: { kind: 'heading', id }, data: { kind, name, unitId, firstDay } })
  return { id }
})
