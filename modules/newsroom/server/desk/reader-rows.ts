import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Span } from '../../domain/desk/heading.ts'
import type { KeptRate, ReadKind } from '../../domain/speech/index.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'

/** Who reads for a unit (người đọc), as stored. */
export interface ReaderRow extends Span {
  readonly personId: PersonId
  readonly unitId: UnitId
}

/** A kept rate with when it last learnt. */
export interface KeptReaderRate extends KeptRate {
  readonly personId: PersonId
  readonly learntAt: Date | null
}

const columns = ['person_id', 'unit_id', 'first_day', 'last_day'] as const

function readerOf(row: Record<'person_id' | 'unit_id' | 'first_day', string> & { readonly last_day: string | null }): ReaderRow {
  return { personId: row.person_id as PersonId, unitId: row.unit_id as UnitId, firstDay: row.first_day as CalendarDate, lastDay: row.last_day as CalendarDate | null }
}

/** Everybody who reads or has read. */
export async function readReaders(read: Reader, tenantId: TenantId): Promise<ReaderRow[]> {
  return (await read.selectFrom('newsroom_reader').where('tenant_id', '=', tenantId).select(columns).orderBy('person_id').execute()).map(readerOf)
}

/** A reader, locked, for whoever keeps the desk of their unit; for everybody else there is none. */
export async function lockReader(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, personId: PersonId): Promise<ReaderRow> {
  const row = await tx.selectFrom('newsroom_reader').where('tenant_id', '=', actor.tenantId).where('person_id', '=', personId).select(columns).forUpdate().executeTakeFirst()
  if (row === undefined || !keepsDesk(actor, day, row.unit_id as UnitId)) return refuse('platform.not-found')
  return readerOf(row)
}

/** What is kept of how fast these people read. */
export async function readRates(read: Reader, tenantId: TenantId, people: readonly PersonId[]): Promise<KeptReaderRate[]> {
  if (people.length === 0) return []
  const rows = await read
    .selectFrom('newsroom_reader_rate')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...people])
    .select(['person_id', 'kind', 'set_rate', 'blocks', 'syllables', 'milliseconds', 'learnt_at'])
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    kind: row.kind as ReadKind,
    setRate: row.set_rate,
    blocks: row.blocks,
    syllables: row.syllables,
    milliseconds: row.milliseconds,
    learntAt: row.learnt_at,
  }))
}
