import { randomBytes } from 'node:crypto'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { loadBackup, type LoadedBackup } from './load-backup.ts'
import { dropDatabase, dropLeftovers, makeDatabase } from './scratch-database.ts'
import type { Unseal } from './sealing.ts'

const prefix = 'thuocdo_trial_'

/** Restores a backup into a scratch database on the same server, compares every row, and drops it. Throws {@link BackupError}. */
export async function tryBackup(file: string, unseal: Unseal, database: DatabaseAddress): Promise<LoadedBackup> {
  await dropLeftovers(database, prefix)
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  const scratch = await makeDatabase(database, name)
  try {
    return await loadBackup(file, unseal, scratch, null)
  } finally {
    await dropDatabase(database, name)
  }
}
