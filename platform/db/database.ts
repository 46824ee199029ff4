import type { Writable } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type pg from 'pg'
import type { Owned } from '#database/owned.ts'
import type { Database } from '#database/types.ts'
import { isUuid, type TenantId } from '#kernel/id.ts'
import { viewOfClient } from './client-view.ts'
import { sqlStateOf } from './errors.ts'

/** Reads only; what queries and screens get. */
export type Reader = ReadonlyKysely<Database>
/** A writable transaction over the tables a module owns, no other's; only commands hold one. */
export type Tx<Module extends string> = Kysely<Owned<Module>>

/** The application's view of the database over a pool that already laid down the owner's rights. */
export function createDatabase(pool: pg.Pool): Kysely<Database> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<object, pg.Pool>()

function poolOf(db: object): pg.Pool {
  const pool = pools.get(db)
  if (pool === undefined) throw new Error('a tenant transaction needs the database made by createDatabase')
  return pool
}

/** A last statement of a transaction, sent together with its commit. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Runs `work` in one transaction that sees this tenant only. `begin` with the tenant goes out together with the first
 * statement, and `last` together with the commit, so that a save costs three round trips instead of five. `set local`
 * (not `set_config`) because that reaches the workers of a distributed engine.
 */
export async function inTenant<Tables, Result>(
  db: Kysely<Tables>,
  tenantId: TenantId,
  mode: 'read' | 'write',
  work: (tx: Kysely<Tables>) => Promise<Result>,
  last?: (result: Result) => Statement,
): Promise<Result> {
  const client = await connect(db, tenantId)
  let open = true
  const sendTogether = holdBack(client)
  const begun = begin(client, tenantId, mode)
  // Runs once the promises that lead to the first statement have settled, before any wait for the network.
  process.nextTick(sendTogether)
  let result: Result
  let final: Statement | undefined
  try {
    result = await work(viewOfClient<Tables>(client, () => open))
    await begun
    final = last?.(result)
  } catch (error) {
    open = false
    await client.query('rollback').then(() => client.release(), (lost: Error) => client.release(lost))
    throw error
  }
  open = false
  if (mode === 'read') {
    // Nothing to keep: the answer need not wait for the end of the transaction, only the next user of the connection.
    void client.query('commit').then(() => client.release(), (lost: Error) => client.release(lost))
    return result
  }
  await commit(client, final)
  return result
}

/**
 * Runs one statement as a whole transaction that sees this tenant only, in one round trip, and answers how many rows it
 * wrote. For a statement that itself asserts everything it was decided on.
 */
export async function writeAtOnce(db: object, tenantId: TenantId, statement: Statement): Promise<number> {
  const client = await connect(db, tenantId)
  const sendTogether = holdBack(client)
  const begun = begin(client, tenantId, 'write')
  const done = commit(client, statement)
  sendTogether()
  const written = await done
  await begun
  return written
}

function connect(db: object, tenantId: TenantId): Promise<pg.PoolClient> {
  if (!isUuid(tenantId)) throw new RangeError('tenant id is not a UUID')
  return poolOf(db).connect()
}

function begin(client: pg.PoolClient, tenantId: TenantId, mode: 'read' | 'write'): Promise<unknown> {
  const begun = client.query(`${mode === 'read' ? 'begin read only' : 'begin'}; set local app.tenant_id = '${tenantId}'`)
  begun.catch(ignore)
  return begun
}

/** Ends the transaction with its last statement and answers how many rows that one wrote. */
async function commit(client: pg.PoolClient, last: Statement | undefined): Promise<number> {
  const sendTogether = holdBack(client)
  const sent = last === undefined ? undefined : client.query(last.text, [...last.values])
  const done = client.query('commit')
  sendTogether()
  const [kept, ended] = await Promise.allSettled([sent, done])
  // Only a broken rule leaves a sound connection behind; after anything else nobody else should get it.
  client.release(ended.status === 'rejected' && sqlStateOf(ended.reason)?.startsWith('23') !== true)
  if (kept.status === 'rejected') throw kept.reason
  if (ended.status === 'rejected') throw ended.reason
  if (ended.value.command !== 'COMMIT') throw new Error('the transaction was rolled back by an error nobody passed on')
  return kept.value?.rowCount ?? 0
}

/** Keeps what is written to the connection until the returned function is called: one system call instead of two. */
function holdBack(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  return () => stream.uncork()
}

function ignore(): void {}

/** The reading face of a transaction. */
export function readerOf<Tables>(tx: Kysely<Tables>): Reader {
  return tx as unknown as Reader
}
