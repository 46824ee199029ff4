import type { PersonId, TenantId } from '#kernel/id.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'

/** Films and sound a person has brought, without their bytes. */
export async function ownMedia(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('newsroom_media')
    .where('tenant_id', '=', tenantId)
    .where('uploaded_by', '=', personId)
    .select(['id', 'name', 'bytes', 'state', 'begun_at', 'rights_owner', 'rights_note'])
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `Phim, âm thanh đã gửi: ${row.name}`,
    settled: row.state === 'ready',
    fields: filled(['Tên tệp', row.name], ['Ngày gửi', momentWords(row.begun_at)], ['Chủ sở hữu', row.rights_owner], ['Ghi chú bản quyền', row.rights_note]),
    detail: { name: row.name, bytes: row.bytes, state: row.state, begunAt: row.begun_at, rightsOwner: row.rights_owner, rightsNote: row.rights_note },
  }))
}
