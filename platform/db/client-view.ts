import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Database } from '#database/types.ts'

/** One connection as Kysely sees it: statements are sent at once, so that they can follow each other without waiting. */
class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#client.query(query.sql, [...query.parameters])
    const changed = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: rows as Row[], ...(changed ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('cursors are not used on pipelined connections')
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection

  constructor(client: pg.PoolClient) {
    this.#connection = new ClientConnection(client)
  }

  init(): Promise<void> {
    return Promise.resolve()
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection)
  }

  beginTransaction(): Promise<void> {
    throw new Error('a tenant transaction is open already')
  }

  commitTransaction(): Promise<void> {
    throw new Error('the wrapper commits')
  }

  rollbackTransaction(): Promise<void> {
    throw new Error('refuse instead of rolling back')
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    return Promise.resolve()
  }
}

const views = new WeakMap<pg.PoolClient, Kysely<Database>>()

/** The query builder over one connection; made once per connection. */
export function viewOfClient(client: pg.PoolClient): Kysely<Database> {
  const known = views.get(client)
  if (known !== undefined) return known
  const view = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  views.set(client, view)
  return view
}
