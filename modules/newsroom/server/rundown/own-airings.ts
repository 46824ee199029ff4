import type { PersonId, TenantId } from '#kernel/id.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'

/** What the as-run log (nhật ký phát sóng) holds of a person: what they read on air, and lines they recorded. */
export async function ownAirings(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('newsroom_airing')
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('reader_id', '=', personId), where('recorded_by', '=', personId)]))
    .select(['id', 'title', 'programme', 'started_at', 'ended_at', 'reader_id', 'reason'])
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${row.reader_id === personId ? 'Đọc trên sóng' : 'Ghi nhật ký phát sóng'}: ${row.title}`,
    settled: true,
    fields: filled(['Chương trình', row.programme], ['Bắt đầu', momentWords(row.started_at)], ['Dứt', momentWords(row.ended_at)], ['Lý do đính chính', row.reason]),
    detail: { title: row.title, programme: row.programme, startedAt: row.started_at, endedAt: row.ended_at, reason: row.reason },
  }))
}
