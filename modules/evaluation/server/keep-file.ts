import type { TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { ContentId, FileStore } from '#platform/files/store.ts'

/** Keeps bytes in the file store and notes that this tenant has them. The same bytes twice are one file. */
export async function keepFile(
  { tx, files, tenantId, now }: { tx: Tx<'evaluation'>; files: FileStore; tenantId: TenantId; now: Date },
  bytes: Uint8Array,
  mediaType: string,
): Promise<ContentId> {
  const id = await files.put(bytes)
  await tx
    .insertInto('stored_file')
    .values({ tenant_id: tenantId, id, size: bytes.byteLength, media_type: mediaType, stored_at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
  return id
}

/** Bytes this tenant keeps, or undefined: what another tenant keeps does not exist here. */
export async function keptFile({ read, files, tenantId }: { read: Reader; files: FileStore; tenantId: TenantId }, id: ContentId): Promise<Uint8Array | undefined> {
  const row = await read.selectFrom('stored_file').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : files.get(id)
}
