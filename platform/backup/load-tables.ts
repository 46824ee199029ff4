import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { BackupError, type BackupManifest, type TableCopy } from './archive.ts'
import { copyOut, linesIn, plainText, tableShapes } from './table-copies.ts'

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** A table being filled from the pieces of an archive. */
interface Filling {
  readonly name: string
  readonly stream: CopyStreamQuery
  readonly hash: ReturnType<typeof createHash>
  rows: number
  bytes: number
}

/**
 * Fills the tables of a database that has the schema of the archive and nothing else, in one transaction: what it
 * came with is removed, foreign keys are dropped while loading and made again, which checks every one.
 */
export class TableLoader {
  readonly #client: pg.Client
  #keys: readonly ForeignKey[] = []
  #columns = new Map<string, readonly string[]>()
  #filling: Filling | undefined
  readonly #filled = new Map<string, Omit<TableCopy, 'columns'>>()

  constructor(client: pg.Client) {
    this.#client = client
  }

  async begin(): Promise<void> {
    await this.#client.query('begin')
    await plainText(this.#client)
    for (const table of await tableShapes(this.#client)) this.#columns.set(table.name, table.columns)
    const { rows } = await this.#client.query<ForeignKey>(
      `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
         from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
    )
    this.#keys = rows
    for (const key of rows) await this.#client.query(`alter table ${key.table} drop constraint ${key.name}`)
    await this.#client.query(`truncate ${[...this.#columns.keys()].map((name) => `public.${name}`).join(', ')}`)
  }

  /** Takes the next piece of a table; pieces of one table come together. */
  async take(table: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.#filling?.name !== table) {
      await this.#close()
      const columns = this.#columns.get(table)
      if (columns === undefined) throw new BackupError('contents-differ', table)
      const stream = this.#client.query(copyFrom(`copy public.${table} (${columns.join(', ')}) from stdin`))
      // Its failure is seen by whoever writes next; without a listener it would end the process.
      stream.on('error', () => undefined)
      this.#filling = { name: table, stream, hash: createHash('sha256'), rows: 0, bytes: 0 }
    }
    const filling = this.#filling
    for await (const part of bytes) {
      filling.hash.update(part)
      filling.bytes += part.byteLength
      filling.rows += linesIn(part)
      await new Promise<void>((resolve, reject) => filling.stream.write(part, (error) => (error ? reject(error) : resolve())))
    }
  }

  async #close(): Promise<void> {
    const filling = this.#filling
    if (filling === undefined) return
    this.#filling = undefined
    filling.stream.end()
    await finished(filling.stream, { readable: false })
    this.#filled.set(filling.name, { name: filling.name, rows: filling.rows, bytes: filling.bytes, sha256: filling.hash.digest('hex') })
  }

  /**
   * Compares what was loaded with the manifest, reading every table out again, makes the foreign keys and commits.
   * Throws {@link BackupError} naming the first table that differs.
   */
  async finish(manifest: BackupManifest): Promise<void> {
    await this.#close()
    const wanted = new Map(manifest.tables.map((table) => [table.name, table]))
    for (const name of this.#columns.keys()) if (!wanted.has(name)) throw new BackupError('contents-differ', name)
    for (const table of manifest.tables) {
      if (!sameCopy(table, this.#filled.get(table.name) ?? emptyCopy(table.name))) throw new BackupError('contents-differ', table.name)
    }
    for (const shape of await tableShapes(this.#client)) {
      const found = await copyOut(this.#client, shape, async () => undefined)
      const table = wanted.get(shape.name)
      if (table === undefined || !sameCopy(table, found)) throw new BackupError('contents-differ', shape.name)
    }
    for (const { name, value } of manifest.sequences) await this.#client.query('select setval($1::regclass, $2::bigint, false)', [name, value])
    for (const key of this.#keys) await this.#client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`)
    await this.#client.query('commit')
  }
}

function emptyCopy(name: string): Omit<TableCopy, 'columns'> {
  return { name, rows: 0, bytes: 0, sha256: createHash('sha256').digest('hex') }
}

function sameCopy(a: Omit<TableCopy, 'columns'>, b: Omit<TableCopy, 'columns'>): boolean {
  return a.rows === b.rows && a.bytes === b.bytes && a.sha256 === b.sha256
}
