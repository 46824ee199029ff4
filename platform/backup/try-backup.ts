import type { DatabaseAddress } from '#platform/db/pool.ts'
import { loadBackup, type LoadedBackup } from './load-backup.ts'
import { dropDatabase, makeDatabase, scratchName } from './scratch-database.ts'
import type { Unseal } from './sealing.ts'

/** Restores a backup into a scratch database on the same server, compares every row, and drops it. Throws {@link BackupError}. */
export async function tryBackup(file: string, unseal: Unseal, database: DatabaseAddress): Promise<LoadedBackup> {
  const name = await scratchName(database, 'trial')
  const scratch = await makeDatabase(database, name)
  try {
    return await loadBackup(file, unseal, scratch, null)
  } finally {
    await dropDatabase(database, name)
  }
}
