import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { connect } from '#platform/db/connection.ts'
import { migrate, shippedMigrations } from '#platform/db/migrate.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { BackupError, headName, keptFolder, manifestName, storedFolder, tableFolder, type BackupHead, type BackupManifest } from './archive.ts'
import { TableLoader } from './load-tables.ts'
import { bytesOf, readArchive } from './read-archive.ts'
import type { Unseal } from './sealing.ts'

/** Where the files of a backup go; null only tries them. */
export interface FileTarget {
  /** The folder of stored files. */
  readonly files: string
  /** A folder for the small files of the data folder, not in use yet. */
  readonly kept: string
}

/** What was found in a backup that could be loaded whole. */
export interface LoadedBackup {
  readonly head: BackupHead
  readonly manifest: BackupManifest
}

/**
 * Loads a backup into an empty database, which gets the schema the backup had, and compares every row with what was
 * saved. Throws {@link BackupError}; the database is then worthless and the caller drops it.
 */
export async function loadBackup(file: string, unseal: Unseal, database: DatabaseAddress, target: FileTarget | null): Promise<LoadedBackup> {
  let head: BackupHead | undefined
  let manifest: BackupManifest | undefined
  let client: pg.Client | undefined
  let loader: TableLoader | undefined
  let count = 0
  try {
    for await (const entry of readArchive(file, unseal)) {
      if (head === undefined) {
        if (entry.name !== headName) throw new BackupError('not-a-backup', entry.name)
        head = readJson<BackupHead>(await bytesOf(entry))
        await migrate(database, { only: await knownMigrations(head) })
        client = await connect(database, 'thuocdo-restore')
        loader = new TableLoader(client)
        await loader.begin()
      } else if (entry.name.startsWith(tableFolder)) {
        await loader?.take(entry.name.slice(tableFolder.length).split('/')[0] ?? '', entry.bytes)
      } else if (entry.name.startsWith(storedFolder)) {
        await keepStored(entry.name.slice(storedFolder.length), entry.bytes, target)
        count++
      } else if (entry.name.startsWith(keptFolder)) {
        await keepSmall(entry.name.slice(keptFolder.length), await bytesOf(entry), target)
      } else if (entry.name === manifestName) {
        manifest = readJson<BackupManifest>(await bytesOf(entry))
      } else throw new BackupError('not-a-backup', entry.name)
    }
    if (head === undefined || manifest === undefined || loader === undefined) throw new BackupError('cut-off', file)
    if (manifest.files.count !== count) throw new BackupError('contents-differ', storedFolder)
    await loader.finish(manifest)
    return { head, manifest }
  } finally {
    await client?.end().catch(() => undefined)
  }
}

/** The program's migrations the backup had. Throws when it had one this program does not know, or another text of one. */
async function knownMigrations(head: BackupHead): Promise<readonly string[]> {
  const shipped = new Map((await shippedMigrations()).map((migration) => [migration.name, migration.hash]))
  for (const { name, hash } of head.migrations) {
    const known = shipped.get(name)
    if (known === undefined) throw new BackupError('newer-version', `${head.program} (${name})`)
    if (known !== hash) throw new BackupError('altered-migration', name)
  }
  return head.migrations.map((migration) => migration.name)
}

function readJson<T>(bytes: Buffer): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T
  } catch (error) {
    throw new BackupError('not-a-backup', headName, error)
  }
}

/** Writes one stored file, durable, under the name its bytes give; or only checks them. */
async function keepStored(id: string, bytes: AsyncIterable<Uint8Array>, target: FileTarget | null): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new BackupError('not-a-backup', id)
  const hash = createHash('sha256')
  if (target === null) {
    for await (const part of bytes) hash.update(part)
    if (hash.digest('hex') !== id) throw new BackupError('contents-differ', id)
    return
  }
  const place = path.join(target.files, id.slice(0, 2), id)
  await mkdir(path.dirname(place), { recursive: true })
  const draft = `${place}.restoring`
  try {
    const counted = async function* () {
      for await (const part of bytes) {
        hash.update(part)
        yield part
      }
    }
    await pipeline(counted(), createWriteStream(draft, { mode: 0o600, flush: true }))
    if (hash.digest('hex') !== id) throw new BackupError('contents-differ', id)
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}

async function keepSmall(name: string, bytes: Buffer, target: FileTarget | null): Promise<void> {
  if (!/^(secret|oidc\.json|ledger-anchors\.jsonl|keys\/[\w.-]+)$/.test(name) || name.includes('..')) throw new BackupError('not-a-backup', name)
  if (target === null) return
  const place = path.join(target.kept, name)
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  await pipeline([bytes], createWriteStream(place, { mode: 0o600, flush: true }))
}
