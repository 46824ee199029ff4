import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { BackupError } from './archive.ts'
import { loadBackup, type LoadedBackup } from './load-backup.ts'
import { databaseOf, dropDatabase, makeDatabase, onServer, scratchName, swapDatabase } from './scratch-database.ts'
import type { Unseal } from './sealing.ts'

/** What to restore, and over what. */
export interface RestoreOrder {
  readonly file: string
  readonly unseal: Unseal
  readonly database: DatabaseAddress
  readonly dataDir: string
  readonly now: Date
  /**
   * Called with the restored database before it takes the place of the old one: two people confirm, sessions end, the
   * ledger gets its entry. Throwing gives the restore up; nothing has changed then. `secret` is the folder of the
   * backup's own small files.
   */
  readonly confirm: (restored: DatabaseAddress, loaded: LoadedBackup, keptFolder: string) => Promise<void>
}

/** What a restore did, and under which name the old database stays. */
export interface Restored extends LoadedBackup {
  readonly upgraded: readonly string[]
  readonly previous: string | null
}

/**
 * Restores a backup beside the present database and changes them over at the end; the present one is kept under
 * another name. Nothing is changed when anything fails. Throws {@link BackupError}.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { database, dataDir } = order
  const name = await scratchName(database, 'restoring')
  const kept = path.join(dataDir, `restoring-${randomBytes(6).toString('hex')}`)
  await mkdir(kept, { recursive: true, mode: 0o700 })
  const fresh = await makeDatabase(database, name)
  try {
    const loaded = await loadBackup(order.file, order.unseal, fresh, { files: path.join(dataDir, 'files'), kept })
    const upgraded = await migrate(fresh)
    await order.confirm(fresh, loaded, kept)
    const stamp = order.now.toISOString().slice(0, 19).replaceAll(/\D/g, '')
    const aside = `${databaseOf(database)}_before_${stamp}`
    const previous = await exists(database) ? aside : null
    await swapDatabase(database, name, aside)
    await takeOver(kept, dataDir, stamp)
    return { ...loaded, upgraded, previous }
  } catch (error) {
    await dropDatabase(database, name)
    throw error
  } finally {
    await rm(kept, { recursive: true, force: true })
  }
}

async function exists(address: DatabaseAddress): Promise<boolean> {
  return onServer(address, async (client) => (await client.query('select 1 from pg_database where datname = $1', [databaseOf(address)])).rowCount === 1)
}

/** The backup's small files take the place of the present ones, which stay beside them under another name. */
async function takeOver(kept: string, dataDir: string, stamp: string): Promise<void> {
  for (const name of await readdir(kept)) {
    const place = path.join(dataDir, name)
    try {
      if (existsSync(place)) await rename(place, `${place}.before-${stamp}`)
      await rename(path.join(kept, name), place)
    } catch (error) {
      throw new BackupError('place', place, error)
    }
  }
}
