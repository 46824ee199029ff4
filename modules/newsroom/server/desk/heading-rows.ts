import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { HeadingKind, Span } from '../../domain/desk/heading.ts'
import type { Slot } from '../../domain/desk/slot.ts'
import type { TemplateBlock } from '../../domain/desk/template.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'

export type HeadingId = Id<'heading'>
export type SlotId = Id<'slot'>

/** A column, category or programme as stored. */
export interface HeadingRow extends Span {
  readonly id: HeadingId
  readonly unitId: UnitId
  readonly kind: HeadingKind
  readonly name: string
  readonly template: readonly TemplateBlock[]
}

/** A slot as stored, with its programme. */
export interface SlotRow extends Slot {
  readonly id: SlotId
  readonly programmeId: HeadingId
}

const headingColumns = ['id', 'unit_id', 'kind', 'name', 'first_day', 'last_day', 'template'] as const
const slotColumns = ['id', 'programme_id', 'weekdays', 'start_minute', 'planned_seconds', 'hard_out', 'first_day', 'last_day'] as const

type StoredHeading = Record<'id' | 'unit_id' | 'kind' | 'name' | 'first_day', string> & { readonly last_day: string | null; readonly template: unknown }
type StoredSlot = Record<'id' | 'programme_id' | 'first_day', string> & { readonly last_day: string | null; readonly weekdays: number[]; readonly start_minute: number; readonly planned_seconds: number; readonly hard_out: boolean }

function headingOf(row: StoredHeading): HeadingRow {
  return {
    id: row.id as HeadingId,
    unitId: row.unit_id as UnitId,
    kind: row.kind as HeadingKind,
    name: row.name,
    firstDay: row.first_day as CalendarDate,
    lastDay: row.last_day as CalendarDate | null,
    template: row.template as TemplateBlock[],
  }
}

function slotOf(row: StoredSlot): SlotRow {
  return {
    id: row.id as SlotId,
    programmeId: row.programme_id as HeadingId,
    weekdays: row.weekdays,
    startMinute: row.start_minute,
    plannedSeconds: row.planned_seconds,
    hardOut: row.hard_out,
    firstDay: row.first_day as CalendarDate,
    lastDay: row.last_day as CalendarDate | null,
  }
}

/** Every column, category and programme of the tenant by name; a station keeps some dozens. */
export async function readHeadings(read: Reader, tenantId: TenantId): Promise<HeadingRow[]> {
  const rows = await read.selectFrom('newsroom_heading').where('tenant_id', '=', tenantId).select(headingColumns).orderBy('kind').orderBy('name').orderBy('id').execute()
  return rows.map(headingOf)
}

/** One column, category or programme; undefined when there is none. */
export async function readHeading(read: Reader, tenantId: TenantId, id: HeadingId): Promise<HeadingRow | undefined> {
  const row = await read.selectFrom('newsroom_heading').where('tenant_id', '=', tenantId).where('id', '=', id).select(headingColumns).executeTakeFirst()
  return row && headingOf(row)
}

/** {@link readHeading}, locked, for whoever keeps the desk of its unit; for everybody else there is none. */
export async function lockHeading(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, id: HeadingId): Promise<HeadingRow> {
  const row = await tx.selectFrom('newsroom_heading').where('tenant_id', '=', actor.tenantId).where('id', '=', id).select(headingColumns).forUpdate().executeTakeFirst()
  if (row === undefined || !keepsDesk(actor, day, row.unit_id as UnitId)) return refuse('platform.not-found')
  return headingOf(row)
}

/** The slots of every programme, or of one, by weekday and start. */
export async function readSlots(read: Reader, tenantId: TenantId, programmeId?: HeadingId): Promise<SlotRow[]> {
  let rows = read.selectFrom('newsroom_slot').where('tenant_id', '=', tenantId).select(slotColumns).orderBy('start_minute').orderBy('first_day').orderBy('id')
  if (programmeId !== undefined) rows = rows.where('programme_id', '=', programmeId)
  return (await rows.execute()).map(slotOf)
}

/** One slot; undefined when there is none. */
export async function readSlot(read: Reader, tenantId: TenantId, id: SlotId): Promise<SlotRow | undefined> {
  const row = await read.selectFrom('newsroom_slot').where('tenant_id', '=', tenantId).where('id', '=', id).select(slotColumns).executeTakeFirst()
  return row && slotOf(row)
}
