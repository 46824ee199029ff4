import { v7 as uuidv7 } from 'uuid'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant } from '#platform/db/database.ts'
import type { KeptMedia } from './check-media.ts'
import type { MediaRow } from './media-row.ts'

/** The action of the entry that says the bytes are gone. */
export const takenAway = 'newsroom.media.taken-away'

/** Takes the bytes of a film and its light copy from the store once it was let go. Whatever stops half-way is taken up again; done twice it is the same. */
export async function takeAway({ db, media, clock }: KeptMedia, tenantId: TenantId, row: Pick<MediaRow, 'id' | 'uploaded_by'>): Promise<void> {
  if (!(await media.forget(row.id))) return
  const now = clock()
  await inTenant(db, tenantId, 'write', async (tx) => {
    const { numUpdatedRows } = await tx.updateTable('newsroom_media').set({ state: 'removed' }).where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'removing').executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: takenAway, subject: { kind: 'media', id: row.id }, about: [row.uploaded_by] }, undefined)
  })
}
