import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '#database/types.ts'
import type { TenantId } from '#kernel/id.ts'
import type { SealedColumn } from './sealed-column.ts'

/** A row as a rotation reads and writes it. */
export interface SealedRow {
  /** What it was sealed for. */
  readonly row: string
  readonly before: Buffer
  sealed: Buffer
  print: Buffer | undefined
}

type Executor = Kysely<Database>

/** The key in front of something sealed, in hexadecimal. */
function keyOf(column: SealedColumn): RawBuilder<string> {
  return sql`encode(substring(${sql.ref(column.column)} from 2 for 8), 'hex')`
}

function rowOf(column: SealedColumn): RawBuilder<string> {
  return sql`concat_ws('/', ${sql.join(column.row.map((part) => sql.ref(part)))})`
}

/** How many rows each key opens. */
export async function sealedRows(db: Executor, column: SealedColumn): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select ${keyOf(column)} as key, count(*)::int as count from ${sql.table(column.table)} group by 1`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** Tenants that hold anything under another key than this one. */
export async function tenantsUnderOtherKeys(db: Executor, columns: readonly SealedColumn[], key: string): Promise<TenantId[]> {
  const found = new Set<TenantId>()
  for (const column of columns) {
    const { rows } = await sql<{ tenant_id: TenantId }>`select distinct tenant_id from ${sql.table(column.table)} where ${keyOf(column)} <> ${key}`.execute(db)
    for (const row of rows) found.add(row.tenant_id)
  }
  return [...found].toSorted()
}

/** The next rows under another key, kept from everybody else until the transaction ends. */
export async function rowsUnderOtherKeys(tx: Executor, column: SealedColumn, tenantId: TenantId, key: string, after: string, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql<{ row: string; sealed: Buffer }>`
    select ${rowOf(column)} as row, ${sql.ref(column.column)} as sealed from ${sql.table(column.table)}
     where tenant_id = ${tenantId} and ${keyOf(column)} <> ${key} and ${rowOf(column)} > ${after} collate "C"
     order by ${rowOf(column)} collate "C" limit ${limit} for update`.execute(tx)
  return rows.map(({ row, sealed }) => ({ row, before: sealed, sealed, print: undefined }))
}

/** Writes a row that was sealed anew. */
export async function writeSealed(tx: Executor, column: SealedColumn, tenantId: TenantId, { row, before, sealed, print }: SealedRow): Promise<void> {
  const printed = column.print === undefined ? sql`` : sql`, ${sql.ref(column.print)} = ${print}`
  await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${sealed}${printed}
     where tenant_id = ${tenantId} and ${rowOf(column)} = ${row} and ${sql.ref(column.column)} = ${before}`.execute(tx)
}

/** Deletes what only this key opens; answers how many rows that were. */
export async function deleteUnder(tx: Executor, column: SealedColumn, key: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(column.table)} where ${keyOf(column)} = ${key}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
