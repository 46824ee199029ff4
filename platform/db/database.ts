import { Kysely, PostgresDialect, sql, type KyselyPlugin, type PluginTransformQueryArgs, type RootOperationNode } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type pg from 'pg'
import type { Database } from '#database/types.ts'
import { isUuid, type TenantId } from '#kernel/id.ts'

/** Reads only; what queries and screens get. */
export type Reader = ReadonlyKysely<Database>
/** A writable transaction; only commands hold one. */
export type Tx = Kysely<Database>

/** The application's view of the database over a pool that already laid down the owner's rights. */
export function createDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** Throws on any statement after the transaction ended: a forgotten `await` would otherwise write outside it. */
class EndGuard implements KyselyPlugin {
  ended = false

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    if (this.ended) throw new Error('statement after the end of its transaction')
    return args.node
  }

  transformResult(args: Parameters<KyselyPlugin['transformResult']>[0]): ReturnType<KyselyPlugin['transformResult']> {
    return Promise.resolve(args.result)
  }
}

/**
 * Runs `work` in one transaction that sees this tenant only. `begin` and the tenant go in one round trip;
 * `set local` (not `set_config`) because that reaches the workers of a distributed engine.
 */
export async function inTenant<Result>(
  db: Kysely<Database>,
  tenantId: TenantId,
  mode: 'read' | 'write',
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!isUuid(tenantId)) throw new RangeError('tenant id is not a UUID')
  const begin = mode === 'read' ? 'begin read only' : 'begin'
  return db.connection().execute(async (connection) => {
    const guard = new EndGuard()
    await sql.raw(`${begin}; set local app.tenant_id = '${tenantId}'`).execute(connection)
    try {
      const result = await work(connection.withPlugin(guard))
      guard.ended = true
      await sql.raw('commit').execute(connection)
      return result
    } catch (error) {
      guard.ended = true
      await sql.raw('rollback').execute(connection)
      throw error
    }
  })
}

/** The reading face of a transaction. */
export function readerOf(tx: Tx): Reader {
  return tx as unknown as Reader
}
