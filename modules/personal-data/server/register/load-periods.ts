import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { SetPeriod } from '../../domain/retention.ts'

/** A period as stored. */
export interface StoredPeriod extends SetPeriod {
  readonly recordClass: string
  readonly groundIssuer: string
  readonly groundNumber: string
  readonly groundDate: CalendarDate
  readonly note: string
  readonly setBy: string
  readonly setAt: Date
}

/** Every period the committee set, in the order they were set. */
export async function loadPeriods(read: Reader, tenantId: TenantId): Promise<StoredPeriod[]> {
  const rows = await read
    .selectFrom('personal_data_period')
    .where('tenant_id', '=', tenantId)
    .select(['record_class as recordClass', 'months', 'valid_from as from', 'ground_issuer as groundIssuer', 'ground_number as groundNumber', 'ground_date as groundDate', 'note', 'set_by as setBy', 'set_at as setAt'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, from: row.from as CalendarDate, groundDate: row.groundDate as CalendarDate }))
}
