import pg from 'pg'

/** Where a PostgreSQL answers: a URL, or the parts of the embedded server. */
export type DatabaseAddress =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly database: string }

// Dates stay calendar dates and big integers numbers when they fit: a Date object would move days between zones.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer too large: ${text}`)
  return value
})

const preparedLimit = 300
const seenBeforePreparing = 3

/**
 * Prepares statements that come back: parsing and planning the save of a sheet costs more than running it.
 * Bounded, because texts built from filters would fill the server's memory.
 */
function prepareRepeated(client: pg.PoolClient): void {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined) return known
    const count = (seen.get(text) ?? 0) + 1
    if (count < seenBeforePreparing || names.size >= preparedLimit) {
      if (seen.size > 2_000) seen.clear()
      seen.set(text, count)
      return undefined
    }
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  const run = client.query.bind(client) as (...parts: unknown[]) => unknown
  const prepared = (first: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0) return run(first, values, ...rest)
    const name = nameOf(first)
    return name === undefined ? run(first, values, ...rest) : run({ name, text: first, values }, ...rest)
  }
  client.query = prepared as typeof client.query
}

/** Options of a pool: how many connections, and the role every one of them takes on. */
export interface PoolOptions {
  readonly max?: number
  readonly role?: string
}

/** A pool of connections. With `role` the owner's rights are laid down at connect, before any statement. */
export function createPool(address: DatabaseAddress, options: PoolOptions = {}): pg.Pool {
  const where = 'url' in address ? { connectionString: address.url } : address
  const pool = new pg.Pool({
    ...where,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'thuocdo',
    pipeline: true,
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    // The same for one that breaks in use: its statements reject, and whoever holds it gives it back as lost.
    client.on('error', () => undefined)
    prepareRepeated(client)
  })
  return pool
}
