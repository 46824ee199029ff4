import type { Kysely, Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#database/types.ts'
import type { TenantId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { writeLedger, type LedgerFact } from '#platform/audit/ledger.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { heldKey } from './field-cipher.ts'
import { checkOf, makeKeyFile } from './key-files.ts'
import { holdKeys, holdKeysAlone, registerKey, registeredKeys, type RegisteredKey } from './key-register.ts'
import type { SealedColumn } from './sealed-column.ts'
import { rowsUnderOtherKeys, tenantsUnderOtherKeys, writeSealed, type SealedRow } from './sealed-rows.ts'
import { TenantCipher } from './tenant-cipher.ts'

/** What a rotation works with; the database is that of the owner, who sees every tenant. */
export interface Rotation {
  readonly db: Kysely<Database>
  readonly folder: string
  readonly columns: readonly SealedColumn[]
  readonly clock: () => Date
  /** How many rows go in one transaction, if fewer than the column says. */
  readonly batch?: number
}

/** What a rotation did. */
export interface Rotated {
  /** The key in use now. */
  readonly key: string
  /** An earlier rotation had not come to its end, and this one went on with it. */
  readonly resumed: boolean
  readonly moved: number
  /** Rows that do not open, with why: their keys have to stay. */
  readonly stuck: readonly { readonly table: string; readonly tenant: string; readonly row: string; readonly problem: string }[]
}

const longestList = 50

/**
 * Moves everything sealed to a new key (đổi khóa), a few rows at a time, while the program runs: each row opens with the key
 * it names, before and after. Killed half-way, the next call goes on where it stopped and makes no further key.
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  const { db, columns } = rotation
  const before = (await registeredKeys(readerOf(db)))[0]
  const waiting = before !== undefined && (await tenantsUnderOtherKeys(db, columns, before.id)).length > 0
  const key = waiting ? before.id : await makeNextKey(rotation, before)
  const stuck: Rotated['stuck'][number][] = []
  let moved = 0
  // Once more while anything comes to light: what was being saved as the key changed is waited for by then.
  for (;;) {
    let found = 0
    for (const tenantId of await tenantsUnderOtherKeys(db, columns, key)) {
      for (const column of columns) found += await moveTenant(rotation, column, tenantId, key, stuck)
    }
    moved += found
    if (found === 0) return { key, resumed: waiting, moved, stuck: stuck.slice(0, longestList) }
  }
}

/** Makes a key and puts it in use. Whoever is sealing at that moment ends first. */
async function makeNextKey({ db, folder, clock }: Rotation, before: RegisteredKey | undefined): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await holdKeysAlone(tx)
    const [inUse] = await registeredKeys(readerOf<Database>(tx))
    // Another rotation was quicker: its key is as new as ours would be.
    if (inUse !== undefined && inUse.id !== before?.id) return inUse.id
    const key = await makeKeyFile(folder)
    await registerKey(tx, key.id, checkOf(key.secret), clock())
    await tellEveryTenant(tx, clock(), { action: 'platform.key.created', subject: { kind: 'key', id: key.id }, data: { replaces: inUse?.id ?? null } })
    return key.id
  })
}

/** Writes the same entry into the ledger of every tenant: keys belong to all of them. */
export async function tellEveryTenant(tx: Transaction<Database>, now: Date, fact: LedgerFact): Promise<void> {
  for (const { id } of await tx.selectFrom('tenant').select('id').orderBy('id').execute()) {
    await writeLedger(tx, { tenantId: id as TenantId, actor: null, now, entryId: uuidv7(), request: null }, fact, undefined)
  }
}

async function moveTenant(rotation: Rotation, column: SealedColumn, tenantId: TenantId, key: string, stuck: Rotated['stuck'][number][]): Promise<number> {
  const { db, folder, clock } = rotation
  const limit = Math.min(column.atOnce, rotation.batch ?? column.atOnce)
  let moved = 0
  let after = ''
  for (;;) {
    const batch = await inTenant(db, tenantId, 'write', async (tx) => {
      await holdKeys(tx)
      const keys = await Promise.all((await registeredKeys(readerOf(tx))).map((each) => heldKey(folder, each)))
      // Another rotation has begun with a still newer key, and moves these rows itself.
      if (keys[0]?.id !== key) return { last: undefined, moved: 0 }
      const cipher = new TenantCipher(tenantId, keys)
      const rows = await rowsUnderOtherKeys(tx, column, tenantId, key, after, limit)
      const done = rows.filter((row) => !tellStuck(column, tenantId, row, stuck, () => reseal(cipher, column, row)))
      for (const row of done) await writeSealed(tx, column, tenantId, row)
      if (done.length > 0) await writeLedger(tx, { tenantId, actor: null, now: clock(), entryId: uuidv7(), request: null }, { action: 'platform.key.rotated', subject: { kind: 'key', id: key }, data: { table: column.table, rows: done.length } }, undefined)
      return { last: rows.at(-1)?.row, moved: done.length }
    })
    moved += batch.moved
    if (batch.last === undefined) return moved
    after = batch.last
  }
}

function reseal(cipher: TenantCipher, column: SealedColumn, row: SealedRow): void {
  const plain = cipher.open(column.field, row.row, row.sealed)
  row.sealed = cipher.seal(column.field, row.row, plain)
  if (column.print !== undefined) row.print = cipher.print(column.field, plain.toString('utf8'))
}

/** Whether the row did not open, which is written down. */
function tellStuck(column: SealedColumn, tenantId: TenantId, row: SealedRow, stuck: Rotated['stuck'][number][], work: () => void): boolean {
  try {
    work()
    return false
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!stuck.some((known) => known.table === column.table && known.tenant === tenantId && known.row === row.row)) stuck.push({ table: column.table, tenant: tenantId, row: row.row, problem: error.code })
    return true
  }
}
