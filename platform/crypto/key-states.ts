import { sql, type Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { backupLock } from '#platform/backup/run-backup.ts'
import { readerOf } from '#platform/db/database.ts'
import { heldKey } from './field-cipher.ts'
import { holdKeysAlone, registeredKeys } from './key-register.ts'
import { tellEveryTenant } from './rotate-keys.ts'
import type { SealedColumn } from './sealed-column.ts'
import { deleteUnder, sealedRows } from './sealed-rows.ts'

/** How a key stands: whether it is in use, whether its file is there, and how many rows it still opens. */
export interface KeyState {
  readonly key: string
  readonly madeAt: string | null
  readonly inUse: boolean
  /** `missing` also when the file holds another secret; `unregistered`: a file no database row names. */
  readonly file: 'there' | 'missing' | 'unregistered'
  readonly rows: Readonly<Record<string, number>>
}

/** Every key of the installation, the one in use first. */
export async function keyStates(db: Kysely<Database>, folder: string, fileIds: readonly string[], columns: readonly SealedColumn[]): Promise<KeyState[]> {
  const counted = new Map(await Promise.all(columns.map(async (column) => [column.table, await sealedRows(db, column)] as const)))
  const rowsOf = (key: string) => Object.fromEntries([...counted].flatMap(([table, counts]) => (counts.has(key) ? [[table, counts.get(key) ?? 0]] : [])))
  const registered = await registeredKeys(readerOf(db))
  const known = await Promise.all(
    registered.map(async (each, place): Promise<KeyState> => ({
      key: each.id,
      madeAt: each.madeAt.toISOString(),
      inUse: place === 0,
      file: (await heldKey(folder, each)).secret === undefined ? 'missing' : 'there',
      rows: rowsOf(each.id),
    })),
  )
  const ids = new Set(registered.map(({ id }) => id))
  return [...known, ...fileIds.filter((id) => !ids.has(id)).map((key): KeyState => ({ key, madeAt: null, inUse: false, file: 'unregistered', rows: rowsOf(key) }))]
}

/** Why a key stays. */
export type KeyHold = 'in-use' | 'opens-rows' | 'backup-running' | 'file-is-there' | 'unknown'

/**
 * Takes an old key out of the register once it opens nothing any more; the caller then removes its file. With `giveUp`
 * what a lost key sealed, and nobody can ever read again, is deleted first. Answers why the key stays, or how many rows
 * were given up.
 */
export async function retireKey(db: Kysely<Database>, columns: readonly SealedColumn[], id: string, options: { readonly now: Date; readonly lost: boolean; readonly giveUp: boolean }): Promise<KeyHold | { readonly givenUp: number }> {
  return db.transaction().execute(async (tx) => {
    // A backup copies the rows first and the key files last.
    const { rows: locks } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${backupLock}) as mine`.execute(tx)
    if (locks[0]?.mine !== true) return 'backup-running'
    await holdKeysAlone(tx)
    const registered = await registeredKeys(readerOf<Database>(tx))
    if (registered[0]?.id === id) return 'in-use'
    let givenUp = 0
    for (const column of columns) {
      const count = (await sealedRows(tx, column)).get(id) ?? 0
      if (count > 0 && !options.giveUp) return 'opens-rows'
      if (count > 0 && !options.lost) return 'file-is-there'
      if (count > 0) givenUp += await deleteUnder(tx, column, id)
    }
    if (!registered.some((key) => key.id === id)) return 'unknown'
    await sql`delete from platform_field_key where id = ${id}`.execute(tx)
    await tellEveryTenant(tx, options.now, { action: 'platform.key.removed', subject: { kind: 'key', id }, data: { givenUp } })
    return { givenUp }
  })
}
