import { sql, type QueryExecutorProvider } from 'kysely'
import type { Reader } from '#platform/db/database.ts'

/** A key as the database knows it; the secret lies in a file only. */
export interface RegisteredKey {
  readonly id: string
  /** Keys are numbered in the order they were made; the highest is the one in use. */
  readonly number: number
  readonly check: Buffer
  readonly madeAt: Date
}

const lockKey = 356_2025

/** The keys of the installation, the one in use first. */
export async function registeredKeys(read: Reader): Promise<readonly RegisteredKey[]> {
  const rows = await read.selectFrom('platform_field_key').select(['id', 'number', 'check_value', 'made_at']).orderBy('number', 'desc').execute()
  return rows.map((row) => ({ id: row.id, number: row.number, check: row.check_value, madeAt: row.made_at }))
}

/** Writes a key down as the one in use from now on. Called under {@link holdKeysAlone}. */
export async function registerKey(tx: QueryExecutorProvider, id: string, check: Buffer, now: Date): Promise<void> {
  await sql`insert into platform_field_key (id, number, check_value, made_at)
    select ${id}, coalesce(max(number), 0) + 1, ${check}, ${now} from platform_field_key`.execute(tx)
}

/** Until the transaction ends the key in use stays the same: what is sealed in it is seen by a rotation that begins later. */
export async function holdKeys(tx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockKey})`.execute(tx)
}

/** Waits for everybody who seals at the moment, and keeps others from it until the transaction ends. */
export async function holdKeysAlone(tx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
}
