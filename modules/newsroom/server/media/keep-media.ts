import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { asId, type TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { previewName } from '#platform/media-store/media-store.ts'
import { goneStates, uploadKeptMs } from '../../domain/media/state.ts'
import { checkMedia, type KeptMedia } from './check-media.ts'
import type { MediaRow } from './media-row.ts'
import { takeAway } from './take-away.ts'

const look = 60_000
const patienceAtEnd = 3_000
const wakers = new Set<() => void>()

/** Says that a file has come whole, so that nobody waits for the next look. */
export function mediaArrived(): void {
  for (const wake of wakers) wake()
}

/** Looks at files that have come whole, at once and every minute what a stopped program left, sweeps uploads nobody went on with and takes away what was let go; makes light copies meanwhile; until stopped. */
export function keepMedia(kept: KeptMedia, problem: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  // An hour of film takes its time: what arrives meanwhile is looked at beside it.
  const previews = repeat(() => makePreviews(kept, problem, signal), problem, signal)
  const looks = repeat(async () => {
    await lookAtMedia(kept, problem, signal)
    previews.wake()
  }, problem, signal)
  wakers.add(looks.wake)
  return {
    async stop() {
      stopping.abort()
      wakers.delete(looks.wake)
      // A film being looked at is taken up again after the next start.
      await Promise.race([Promise.all([looks.running, previews.running]), sleep(patienceAtEnd, undefined, { ref: false })])
    },
  }
}

/** Does something at once, every minute and whenever it is woken. */
function repeat(round: () => Promise<void>, problem: (error: unknown) => void, stopping: AbortSignal): { readonly wake: () => void; readonly running: Promise<void> } {
  let woken = Promise.withResolvers<void>()
  const run = async (): Promise<void> => {
    while (!stopping.aborted) {
      await round().catch(problem)
      const slept = new AbortController()
      await Promise.race([woken.promise, sleep(look, undefined, { signal: AbortSignal.any([stopping, slept.signal]), ref: false }).catch(() => undefined)])
      slept.abort()
      woken = Promise.withResolvers<void>()
    }
  }
  return { wake: () => woken.resolve(), running: run() }
}

/** One look at the media of every committee. */
export async function lookAtMedia(kept: KeptMedia, problem: (error: unknown) => void, signal?: AbortSignal): Promise<void> {
  for (const tenantId of await everyTenant(kept)) {
    const rows = await inTenant(kept.db, tenantId, 'read', (tx) => tx.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where('state', 'in', ['uploading', 'checking', 'removing']).orderBy('begun_at').selectAll().execute())
    for (const row of rows) {
      if (signal?.aborted) return
      // One file that cannot be looked at, as while its disk or scanner is away, holds up no other.
      await lookAt(kept, tenantId, row).catch(problem)
    }
  }
}

async function lookAt(kept: KeptMedia, tenantId: TenantId, row: MediaRow): Promise<void> {
  if (row.state === 'checking') return checkMedia(kept, tenantId, row)
  if (row.state === 'removing') return takeAway(kept, tenantId, row)
  const { uploads } = kept.media
  if ((await uploads.received(row.id)) === row.bytes) {
    await inTenant(kept.db, tenantId, 'write', (tx) => tx.updateTable('newsroom_media').set({ state: 'checking' }).where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'uploading').execute())
    return checkMedia(kept, tenantId, row)
  }
  const last = (await uploads.lastPart(row.id)) ?? row.begun_at
  if (kept.clock().getTime() - Math.max(last.getTime(), row.begun_at.getTime()) > uploadKeptMs) await sweep(kept, tenantId, row)
}

/** Takes away an upload nobody went on with. */
async function sweep({ db, media, clock }: KeptMedia, tenantId: TenantId, row: MediaRow): Promise<void> {
  const now = clock()
  await inTenant(db, tenantId, 'write', async (tx) => {
    await tx.deleteFrom('newsroom_media').where('tenant_id', '=', tenantId).where('id', '=', row.id).where('state', '=', 'uploading').execute()
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'newsroom.media.swept', subject: { kind: 'media', id: row.id }, about: [row.uploaded_by] }, undefined)
  })
  await media.uploads.drop(row.id)
}

/** Light copies are made once a film is in use already. */
async function makePreviews(kept: KeptMedia, problem: (error: unknown) => void, signal: AbortSignal): Promise<void> {
  for (const id of await kept.media.awaitingPreview()) {
    if (signal.aborted) return
    const made = await kept.media.preview(id, signal).catch(problem)
    if (made !== true) continue
    let said = false
    for (const tenantId of await everyTenant(kept)) {
      const { numUpdatedRows } = await inTenant(kept.db, tenantId, 'write', (tx) => tx.updateTable('newsroom_media').set({ preview: true }).where('tenant_id', '=', tenantId).where('id', '=', id).where('state', 'not in', goneStates).executeTakeFirstOrThrow())
      said ||= numUpdatedRows > 0n
    }
    // Another server took the film away meanwhile.
    if (!said) await kept.media.place.discard(previewName(id))
  }
}

async function everyTenant({ db }: KeptMedia): Promise<TenantId[]> {
  return (await readerOf(db).selectFrom('tenant').select('id').execute()).map((tenant) => asId<'tenant'>(tenant.id))
}
