import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { anchorFile, anchorFileName } from '#platform/audit/anchor-file.ts'
import { withConnection } from '#platform/db/connection.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import {
  headName,
  keptFolder,
  manifestName,
  storedFolder,
  tableFolder,
  type BackupHead,
  type BackupManifest,
  type DamagedFile,
  type LeftOut,
  type TableCopy,
} from './archive.ts'
import { sealing, type Seal, type Unseal } from './sealing.ts'
import { beginSnapshot, copyOut, tableShapes } from './table-copies.ts'
import { writeArchive, type ArchiveWriter } from './write-archive.ts'

/** Small files of the data folder that belong to the database: the secret that opens second factors, keys, the other sign-in. */
export const keptFiles = ['secret', 'keys', 'oidc.json'] as const

const pieceSize = 4 << 20

/** What a backup is made of. */
export interface BackupSource {
  readonly database: DatabaseAddress
  readonly dataDir: string
  /** The version of the program. */
  readonly program: string
}

/** A backup that was written but not tried yet. */
export interface WrittenBackup {
  readonly file: string
  readonly head: BackupHead
  readonly manifest: BackupManifest
  /** Opens it, for the trial that must follow. */
  readonly trial: Unseal
}

/**
 * Writes everything into one encrypted file while the program goes on working: all tables as of one moment, the stored
 * files they name and the keys of the data folder. Nothing is left behind when it fails. Throws {@link BackupError}.
 */
export async function writeBackup(source: BackupSource, file: string, seal: Seal, now: Date): Promise<WrittenBackup> {
  return withConnection(source.database, 'thuocdo-backup', async (client) => {
    // Before the snapshot, so that no anchor is kept of an entry that is not; keys after it, so that none is missing.
    const anchors = await readFile(anchorFile(source.dataDir)).catch(() => undefined)
    await beginSnapshot(client)
    const { encrypt, trial } = await sealing(seal)
    const writer = writeArchive(file, encrypt)
    try {
      const head = await readHead(client, source.program, now)
      await writer.add(headName, encode(head))
      const tables = await writeTables(client, writer)
      const { files, damaged } = await writeStoredFiles(client, writer, path.join(source.dataDir, 'files'))
      const kept = await writeKeptFiles(writer, source.dataDir, anchors)
      const manifest: BackupManifest = { tables, sequences: await readSequences(client), files, damaged, mediaLeftOut: await readMediaLeftOut(client), kept }
      await writer.add(manifestName, encode(manifest))
      await writer.finish()
      return { file, head, manifest, trial }
    } catch (error) {
      await writer.abandon(error)
      throw error
    }
  })
}

function encode(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

async function readHead(client: pg.Client, program: string, now: Date): Promise<BackupHead> {
  const version = await client.query<{ server_version: string }>('show server_version')
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from platform_migration order by name collate "C"')
  return { format: 1, program, postgres: version.rows[0]?.server_version ?? '', takenAt: now.toISOString(), migrations: rows }
}

async function writeTables(client: pg.Client, writer: ArchiveWriter): Promise<TableCopy[]> {
  const copies: TableCopy[] = []
  for (const shape of await tableShapes(client)) {
    let waiting: Buffer[] = []
    let size = 0
    let number = 0
    const flush = async () => {
      if (size === 0) return
      number++
      await writer.add(`${tableFolder}${shape.name}/${String(number).padStart(6, '0')}.copy`, Buffer.concat(waiting))
      waiting = []
      size = 0
    }
    const copy = await copyOut(client, shape, async (piece) => {
      waiting.push(piece)
      size += piece.byteLength
      if (size >= pieceSize) await flush()
    })
    await flush()
    copies.push(copy)
  }
  return copies
}

async function readSequences(client: pg.Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name,
            case when last_value is null then start_value else last_value + increment_by end::text as value
       from pg_sequences where schemaname = 'public' order by 1`,
  )
  return rows
}

/** Films are many gigabytes and never change: copying them whole into every day's backup would fill any disk. What is left out is said. */
async function readMediaLeftOut(client: pg.Client): Promise<LeftOut> {
  // Before an upgrade the schema may be one that knows no films yet.
  const known = await client.query<{ known: boolean }>(`select to_regclass('public.newsroom_media') is not null as known`)
  if (known.rows[0]?.known !== true) return { count: 0, bytes: 0 }
  const { rows } = await client.query<{ count: string; bytes: string }>(`select count(*)::text as count, coalesce(sum(bytes), 0)::text as bytes from newsroom_media where state = 'ready'`)
  return { count: Number(rows[0]?.count), bytes: Number(rows[0]?.bytes) }
}

/** The files the database names, each checked against its name; a damaged one is reported and left out. */
async function writeStoredFiles(client: pg.Client, writer: ArchiveWriter, folder: string): Promise<{ files: BackupManifest['files']; damaged: DamagedFile[] }> {
  const { rows } = await client.query<{ id: string }>('select id from stored_file group by id order by id collate "C"')
  const damaged: DamagedFile[] = []
  let count = 0
  let bytes = 0
  for (const { id } of rows) {
    const place = path.join(folder, id.slice(0, 2), id)
    const found = await stat(place).catch(() => undefined)
    if (found === undefined) damaged.push({ id, problem: 'missing' })
    else if ((await hashOf(place)) !== id) damaged.push({ id, problem: 'altered' })
    else {
      await writer.addFile(`${storedFolder}${id}`, place, found.size)
      count++
      bytes += found.size
    }
  }
  return { files: { count, bytes }, damaged }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(part as Buffer)
  return hash.digest('hex')
}

async function writeKeptFiles(writer: ArchiveWriter, dataDir: string, anchors: Buffer | undefined): Promise<string[]> {
  const names: string[] = []
  if (anchors !== undefined) {
    await writer.add(`${keptFolder}${anchorFileName}`, anchors)
    names.push(anchorFileName)
  }
  for (const name of await keptNames(dataDir)) {
    await writer.add(`${keptFolder}${name}`, await readFile(path.join(dataDir, name)))
    names.push(name)
  }
  return names
}

async function keptNames(dataDir: string): Promise<string[]> {
  const names: string[] = []
  for (const name of keptFiles) {
    const found = await stat(path.join(dataDir, name)).catch(() => undefined)
    if (found?.isFile()) names.push(name)
    if (found?.isDirectory()) for (const inner of await readdir(path.join(dataDir, name))) names.push(`${name}/${inner}`)
  }
  return names.toSorted()
}
