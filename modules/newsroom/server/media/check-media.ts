import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant } from '#platform/db/database.ts'
import type { FileFacts } from '#platform/media-store/read-facts.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { frameRateOf, type MediaFacts } from '../../domain/media/facts.ts'
import type { MediaFault } from '../../domain/media/state.ts'
import type { MediaRow } from './media-row.ts'

/** What looking after media needs of the running program. */
export interface KeptMedia {
  readonly db: Kysely<Owned<'newsroom'>>
  readonly media: MediaStore
  readonly clock: () => Date
}

type Arrived = Pick<MediaRow, 'id' | 'bytes' | 'sha256' | 'uploaded_by'>

/**
 * Looks at a file that has come whole: its print, whether it is film or sound, whether it is infected; then it is put where it
 * stays, and may be used. Whatever stops half-way is taken up again; done twice it is the same.
 */
export async function checkMedia(kept: KeptMedia, tenantId: TenantId, row: Arrived): Promise<void> {
  const { media } = kept
  const received = await media.uploads.received(row.id)
  if (received === undefined) {
    // Put away already, by the print noted before; or lost with its disk.
    return (await media.place.size(row.id)) === row.bytes && row.sha256 !== null ? ready(kept, tenantId, row, row.sha256) : refused(kept, tenantId, row, 'damaged')
  }
  const read = await media.factsOf(row.id)
  if (read.kind !== 'media') return refused(kept, tenantId, row, read.kind)
  if ((await media.scan(row.id)) === 'infected') return refused(kept, tenantId, row, 'infected')
  // Last of all: while the scanner is away a film is tried again every minute.
  const sha256 = await media.printOf(row.id)
  const facts = JSON.stringify(factsOf(read.facts))
  await inTenant(kept.db, tenantId, 'write', (tx) => tx.updateTable('newsroom_media').set({ sha256, facts }).where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'checking').execute())
  await media.putAway(row.id)
  if ((await media.place.size(row.id)) !== row.bytes) return refused(kept, tenantId, row, 'damaged')
  await ready(kept, tenantId, row, sha256)
}

function factsOf({ picture, ...rest }: FileFacts): MediaFacts {
  if (picture === null) return { ...rest, picture }
  const { framesPerSecond, ...seen } = picture
  return { ...rest, picture: { ...seen, rate: framesPerSecond === null ? null : frameRateOf(framesPerSecond) } }
}

async function ready({ db, clock }: KeptMedia, tenantId: TenantId, row: Arrived, sha256: Buffer): Promise<void> {
  const now = clock()
  await inTenant(db, tenantId, 'write', async (tx) => {
    const { numUpdatedRows } = await tx.updateTable('newsroom_media').set({ state: 'ready', finished_at: now }).where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'checking').executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'newsroom.media.accepted', subject: { kind: 'media', id: row.id }, about: [row.uploaded_by], data: { sha256: sha256.toString('hex'), bytes: row.bytes } }, undefined)
  })
}

async function refused({ db, media, clock }: KeptMedia, tenantId: TenantId, row: Arrived, fault: MediaFault): Promise<void> {
  const now = clock()
  await inTenant(db, tenantId, 'write', async (tx) => {
    const { numUpdatedRows } = await tx.updateTable('newsroom_media').set({ state: 'refused', fault, finished_at: now }).where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'checking').executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'newsroom.media.refused', subject: { kind: 'media', id: row.id }, about: [row.uploaded_by], data: { fault } }, undefined)
  })
  await media.uploads.drop(row.id)
}
