import { sql, type Kysely } from 'kysely'
import type { Reader } from './database.ts'

/**
 * Says how far the work of this transaction has come, in whole percent, to whoever asks {@link progressOf}. Rows of an
 * open transaction are seen by nobody else, whichever server they ask; its advisory locks are. They are shared, so nobody
 * ever waits for one, and end with the transaction, also when its server dies. `about` names the work; at most a hundred
 * are told.
 */
export async function tellProgress<Tables>(tx: Kysely<Tables>, about: string, percent: number): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(${about}), ${Math.floor(percent)}::int)`.execute(tx)
}

/** How far a transaction that is still open has come with this work, in percent; null when none is at it. */
export async function progressOf(read: Reader, about: string): Promise<number | null> {
  const locks = sql<{ percent: number }>`(select objid::bigint::int as percent from pg_locks
    where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())
      and classid::bigint = (hashtext(${about})::bigint & 4294967295))`
  const { percent } = await read.selectFrom(locks.as('told')).select((column) => column.fn.max('told.percent').as('percent')).executeTakeFirstOrThrow()
  return percent
}
