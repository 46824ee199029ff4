import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { RateKind, RoyaltyRate } from '../../domain/royalties/rates.ts'

/** Every rate (mức nhuận bút) in the order recorded. */
export async function readRates(read: Reader, tenantId: TenantId): Promise<RoyaltyRate[]> {
  const rows = await read.selectFrom('newsroom_royalty_rate').where('tenant_id', '=', tenantId).select(['id', 'kind', 'genre', 'value', 'first_day', 'document_number', 'document_date']).orderBy('recorded_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind as RateKind, genre: row.genre, value: row.value, firstDay: row.first_day as CalendarDate, documentNumber: row.document_number, documentDate: row.document_date as CalendarDate }))
}
