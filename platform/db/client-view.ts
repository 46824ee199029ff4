import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'

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

function unreachable(): never {
  throw new Error('a tenant transaction is opened, ended and released by its wrapper only')
}

const driver: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: unreachable,
  beginTransaction: unreachable,
  commitTransaction: unreachable,
  rollbackTransaction: unreachable,
  releaseConnection: unreachable,
  destroy: () => Promise.resolve(),
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

const compiler = new Kysely<never>({ dialect }).getExecutor()

/**
 * The query builder over one connection for one transaction. Once `isOpen` says no, every statement throws at the
 * moment it would be sent: a forgotten `await` would otherwise write outside its transaction, or into the next one.
 */
export function viewOfClient<Tables>(client: pg.PoolClient, isOpen: () => boolean): Kysely<Tables> {
  const connection = new ClientConnection(client)
  const executor = compiler.withConnectionProvider({
    provideConnection: (consumer) => {
      if (!isOpen()) return Promise.reject(new Error('statement after the end of its transaction'))
      return consumer(connection)
    },
  })
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor })
}
