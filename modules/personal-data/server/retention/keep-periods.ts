import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { keepLooking } from '#platform/jobs/keep-looking.ts'
import type { Disposal } from '#platform/retention/disposal.ts'
import { proposeDisposals } from './propose.ts'

/** What looking after periods needs of the running program. */
export interface KeptPeriods {
  readonly db: Kysely<Owned<'personal-data'>>
  readonly files: FileStore
  readonly clock: () => Date
}

const look = 10 * 60_000
const unusedFor = 86_400_000

/** Looks once a Vietnamese day, and soon after the start, at what is past its period, until stopped. */
export function keepPeriods(services: KeptPeriods, disposals: readonly Disposal[], problem: (error: unknown) => void): { stop(): Promise<void> } {
  let done: CalendarDate | undefined
  const lookDaily = async (): Promise<void> => {
    const today = vietnameseDay(services.clock())
    if (done === today) return
    await lookOnce(services, disposals)
    done = today
  }
  return keepLooking(lookDaily, look, problem)
}

/** One look at every committee: proposals to delete, and freed files out of the store. */
export async function lookOnce({ db, files, clock }: KeptPeriods, disposals: readonly Disposal[]): Promise<void> {
  const now = clock()
  const tenants = (await readerOf(db).selectFrom('tenant').select('id').execute()).map((tenant) => asId<'tenant'>(tenant.id))
  for (const tenantId of tenants) {
    await inTenant(db, tenantId, 'write', async (tx) => {
      const proposed = await proposeDisposals(tx, disposals, { tenantId, now, today: vietnameseDay(now), newId: uuidv7 })
      if (proposed.length > 0) await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'personal-data.proposals.reviewed', subject: { kind: 'tenant', id: tenantId }, data: { proposed } }, undefined)
    })
  }
  for (const tenantId of tenants) await discardFreed({ db, files, now }, tenantId, tenants)
}

/**
 * Takes files freed a day ago out of the store once no committee names them; the same bytes may serve several, and a
 * backup under way may still copy them.
 */
async function discardFreed({ db, files, now }: Pick<KeptPeriods, 'db' | 'files'> & { readonly now: Date }, tenantId: TenantId, tenants: readonly TenantId[]): Promise<void> {
  const unusedSince = new Date(now.getTime() - unusedFor)
  const freed = await inTenant(db, tenantId, 'read', (tx) => tx.selectFrom('personal_data_freed_file').where('tenant_id', '=', tenantId).where('freed_at', '<', unusedSince).select('file_id').execute())
  for (const { file_id: file } of freed) {
    const named = await Promise.all(tenants.map((one) => inTenant(db, one, 'read', (tx) => readerOf(tx).selectFrom('stored_file').where('tenant_id', '=', one).where('id', '=', file).select('id').executeTakeFirst())))
    const wanted = named.some((row) => row !== undefined)
    // Whoever puts the bytes in again marks the file; the record that then names it may not be visible yet.
    if (!wanted && !(await files.discard(file, unusedSince))) continue
    await inTenant(db, tenantId, 'write', (tx) => tx.deleteFrom('personal_data_freed_file').where('tenant_id', '=', tenantId).where('file_id', '=', file).execute())
  }
}
