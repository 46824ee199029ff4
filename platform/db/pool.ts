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
class PreparingClient extends pg.Client {
  readonly #seen = new Map<string, number>()
  readonly #names = new Map<string, string>()

  // @ts-expect-error the library's overloads cannot be restated; the call is passed on unchanged but for a name
  override query(text: unknown, values?: unknown, callback?: unknown): unknown {
    const run = super.query.bind(this) as (...parts: unknown[]) => unknown
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return callback === undefined ? (values === undefined ? run(text) : run(text, values)) : run(text, values, callback)
    }
    const name = this.#nameOf(text)
    const config = name === undefined ? { text, values } : { name, text, values }
    return callback === undefined ? run(config) : run(config, callback)
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    const seen = (this.#seen.get(text) ?? 0) + 1
    if (seen < seenBeforePreparing || this.#names.size >= preparedLimit) {
      if (this.#seen.size > 2_000) this.#seen.clear()
      this.#seen.set(text, seen)
      return undefined
    }
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }
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
    Client: PreparingClient as unknown as typeof pg.Client,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'thuocdo',
    options: options.role === undefined ? undefined : `-c role=${options.role}`,
  } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
