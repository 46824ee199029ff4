import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { withConnection } from '#platform/db/connection.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { BackupError } from './archive.ts'

/** The name of the database an address leads to. */
export function databaseOf(address: DatabaseAddress): string {
  return 'url' in address ? decodeURIComponent(new URL(address.url).pathname.slice(1)) : address.database
}

/** The same server and account, another database. */
export function addressOf(address: DatabaseAddress, database: string): DatabaseAddress {
  if (!('url' in address)) return { ...address, database }
  const url = new URL(address.url)
  url.pathname = `/${encodeURIComponent(database)}`
  return { url: url.href }
}

/** Runs statements that belong to the server rather than to one database. */
export async function onServer<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await withConnection(addressOf(address, 'postgres'), 'thuocdo-backup', work)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '42501') throw new BackupError('no-database-right', databaseOf(address), error)
    if (code === '55006') throw new BackupError('database-in-use', databaseOf(address), error)
    if (code === '53100') throw new BackupError('no-space', databaseOf(address), error)
    throw error
  }
}

/** Makes an empty database beside the one of the address, sorted like it; the caller drops or renames it. */
export async function makeDatabase(address: DatabaseAddress, name: string): Promise<DatabaseAddress> {
  await onServer(address, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`)
  })
  return addressOf(address, name)
}

/** Drops a database, whoever is still connected. */
export async function dropDatabase(address: DatabaseAddress, name: string): Promise<void> {
  await onServer(address, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
}

/** What the passing databases of one database are for. */
type ScratchPurpose = 'trial' | 'restoring'

/** How the names of the passing databases of this one begin: those of another installation on the same server begin otherwise. */
export function scratchPrefix(address: DatabaseAddress, purpose: ScratchPurpose): string {
  return `thuocdo_${purpose}_${createHash('sha256').update(databaseOf(address)).digest('hex').slice(0, 8)}_`
}

/** A name for a passing database of this one. */
export async function scratchName(address: DatabaseAddress, purpose: ScratchPurpose): Promise<string> {
  const prefix = scratchPrefix(address, purpose)
  await dropLeftovers(address, prefix)
  return `${prefix}${randomBytes(6).toString('hex')}`
}

/** Drops what trials and restores left that were killed. */
async function dropLeftovers(address: DatabaseAddress, prefix: string): Promise<void> {
  await onServer(address, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname::text as name from pg_database where starts_with(datname, $1) and not exists (select 1 from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)',
      [prefix],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
  })
}

/** Puts one database in the place of another, which stays under the name `aside`. Throws when somebody is connected. */
export async function swapDatabase(address: DatabaseAddress, replacement: string, aside: string): Promise<void> {
  const name = databaseOf(address)
  await onServer(address, async (client) => {
    const { rows } = await client.query<{ busy: number }>('select count(*)::int as busy from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [name])
    if ((rows[0]?.busy ?? 0) > 0) throw new BackupError('database-in-use', name)
    const there = await client.query('select 1 from pg_database where datname = $1', [name])
    if (there.rowCount === 1) await client.query(`alter database ${pg.escapeIdentifier(name)} rename to ${pg.escapeIdentifier(aside)}`)
    try {
      await client.query(`alter database ${pg.escapeIdentifier(replacement)} rename to ${pg.escapeIdentifier(name)}`)
    } catch (error) {
      if (there.rowCount === 1) await client.query(`alter database ${pg.escapeIdentifier(aside)} rename to ${pg.escapeIdentifier(name)}`)
      throw error
    }
  })
}
