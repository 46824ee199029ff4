import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { TableCopy } from './archive.ts'

/** A table of the schema, its columns in their order, and the order its rows are copied in. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  readonly order: string
}

/** A connection that reads one moment of the database, as text that does not depend on its settings. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read, read only')
  await plainText(client)
}

/** Makes COPY write and read the same text everywhere, and refuses to read a table of which only some rows may be seen. */
export async function plainText(client: pg.Client): Promise<void> {
  await client.query(
    `set local datestyle = 'ISO, DMY'; set local timezone = 'UTC'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
     set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local row_security = off; set local statement_timeout = 0`,
  )
}

/** The tables of the program, without what is computed from other columns. Rows come in order of the primary key. */
export async function tableShapes(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(
    `select c.relname::text as name,
            array_agg(quote_ident(a.attname) order by a.attnum) as columns,
            (select string_agg(quote_ident(k.attname) || case when k.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by at.place)
               from pg_index i cross join unnest(i.indkey) with ordinality as at (attnum, place)
               join pg_attribute k on k.attrelid = c.oid and k.attnum = at.attnum
              where i.indrelid = c.oid and i.indisprimary) as "order"
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.oid, c.relname
      order by c.relname collate "C"`,
  )
  return rows.map(({ name, columns, order }) => ({ name, columns, order: order ?? columns.join(', ') }))
}

/** Reads a table out; `take` gets its text in pieces. Returns what was read: rows, bytes and their hash. */
export async function copyOut(client: pg.Client, table: TableShape, take: (piece: Buffer) => Promise<void>): Promise<TableCopy> {
  const columns = table.columns.join(', ')
  const stream = client.query(copyTo(`copy (select ${columns} from public.${table.name} order by ${table.order}) to stdout`))
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    hash.update(part)
    bytes += part.byteLength
    rows += linesIn(part)
    await take(part)
  }
  return { name: table.name, columns: table.columns, rows, bytes, sha256: hash.digest('hex') }
}

/** Rows in COPY text: a line break inside a value is written as \n, so each real one ends a row. */
export function linesIn(part: Uint8Array): number {
  let count = 0
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) count++
  return count
}
