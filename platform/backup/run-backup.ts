import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { withConnection } from '#platform/db/connection.ts'
import { sqlStateOf } from '#platform/db/errors.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { freeBytes, isDiskFull, reserveBytes } from '#platform/files/room.ts'
import { writeWhole } from '#platform/files/write-whole.ts'
import { notedHome } from '#platform/postgres/cluster-home.ts'
import { BackupError, fileSuffix, type DamagedFile } from './archive.ts'
import { listBackups, type BackupReport } from './backup-reports.ts'
import { writeBackup, type BackupSource, type WrittenBackup } from './make-backup.ts'
import { expiredBackups, usualRotation, type Rotation } from './rotation.ts'
import type { Seal } from './sealing.ts'
import { tryBackup } from './try-backup.ts'

/** Where a backup goes, whom it is encrypted to, and how many stay. */
export interface BackupOrder {
  readonly source: BackupSource
  readonly folder: string
  readonly seal: Seal
  readonly clock: () => Date
  readonly rotation?: Rotation
  /** What it is for; part of the file's name. */
  readonly purpose: 'scheduled' | 'asked' | 'before-upgrade' | 'before-restore'
}

/** The advisory lock that a backup holds on its database while it runs. */
export const backupLock = 335_2026
const failureName = 'last-failure.json'

/**
 * Makes a backup and proves it: the file is opened again and restored into a scratch database, where every row of
 * every table must be the same. Only then does its report say it is verified and may older ones go.
 * Throws {@link BackupError}; the failure is noted in the folder, and an unproved file stays without "verified".
 */
export async function runBackup(order: BackupOrder): Promise<BackupReport> {
  const { source, folder, clock } = order
  await makeFolder(folder)
  return aloneAt(source.database, async (client) => {
    const startedAt = clock()
    try {
      await refuseFullDisk(client, order)
      const file = path.join(folder, `thuocdo-${stampOf(startedAt)}-${order.purpose}${fileSuffix}`)
      const written = await writeBackup(source, file, order.seal, startedAt)
      await writeReport(await reportOf(written, order.purpose, null, []))
      await tryBackup(written.file, written.trial, source.database)
      const report = await reportOf(written, order.purpose, clock().toISOString(), written.manifest.damaged)
      await writeReport(report)
      await removeExpired(folder, order.rotation ?? usualRotation, file)
      await rm(path.join(folder, failureName), { force: true })
      return report
    } catch (error) {
      const said = isDiskFull(error) || sqlStateOf(error) === '53100' ? new BackupError('no-space', folder, error) : error
      await noteFailure(folder, clock(), said)
      throw said
    }
  })
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new BackupError('place', folder, error)
  }
}

/** One backup at a time per database, however many servers work on it. */
async function aloneAt<T>(database: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withConnection(database, 'thuocdo-backup', async (client) => {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [backupLock])
    if (rows[0]?.taken !== true) throw new BackupError('already-running')
    return work(client)
  })
}

/**
 * The file is at most as large as the database and its stored files. The trial needs the database once more, and its
 * log as much again; an embedded server shares that disk with people at work, who must not run out of room by it.
 */
async function refuseFullDisk(client: pg.Client, { source, folder }: BackupOrder): Promise<void> {
  const { rows } = await client.query<{ database: number; files: number }>(
    `select pg_database_size(current_database())::float8 as database,
            (select coalesce(sum(size), 0)::float8 from (select distinct id, size from stored_file) as one) as files`,
  )
  const { database, files } = rows[0] ?? { database: 0, files: 0 }
  const demands = [{ place: folder, bytes: database + files }]
  if (!('url' in source.database)) demands.push({ place: notedHome(source.dataDir), bytes: 2 * database + reserveBytes })
  const devices = await Promise.all(demands.map(async (demand) => ({ ...demand, device: (await stat(demand.place)).dev })))
  for (const { device, place } of devices) {
    const needed = devices.filter((each) => each.device === device).reduce((sum, each) => sum + each.bytes, 0)
    const free = await freeBytes(place)
    if (free < needed) throw new BackupError('no-space', `${place}: ${Math.ceil(needed / 1e6)} MB, ${Math.floor(free / 1e6)} MB`)
  }
}

async function reportOf(written: WrittenBackup, purpose: BackupReport['purpose'], verifiedAt: string | null, damaged: readonly DamagedFile[]): Promise<BackupReport> {
  const { file, head, manifest } = written
  return {
    file,
    purpose,
    takenAt: head.takenAt,
    program: head.program,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    storedFiles: manifest.files.count,
    bytes: (await stat(file)).size,
    verifiedAt,
    damaged,
    ...(manifest.mediaLeftOut === undefined ? {} : { mediaLeftOut: manifest.mediaLeftOut }),
  }
}

function writeJson(file: string, value: unknown): Promise<void> {
  return writeWhole(file, `${JSON.stringify(value, null, 1)}\n`)
}

async function writeReport(report: BackupReport): Promise<void> {
  await writeJson(`${report.file}.json`, { ...report, file: path.basename(report.file) })
}

/** The one just made stays, whatever day the machine's clock believes it to be. */
async function removeExpired(folder: string, rotation: Rotation, justMade: string): Promise<void> {
  const backups = (await listBackups(folder)).filter((backup) => backup.purpose === 'scheduled')
  for (const { file } of expiredBackups(
    backups.map((backup) => ({ file: backup.file, takenAt: backup.takenAt, verified: backup.verifiedAt !== null })),
    rotation,
  )) {
    if (file === justMade) continue
    await rm(file, { force: true })
    await rm(`${file}.json`, { force: true })
  }
}

async function noteFailure(folder: string, at: Date, error: unknown): Promise<void> {
  const problem = error instanceof BackupError ? error.problem : 'failed'
  const detail = error instanceof BackupError ? error.detail : error instanceof Error ? error.message : String(error)
  await writeJson(path.join(folder, failureName), { at: at.toISOString(), problem, detail }).catch(() => undefined)
}

/** yyyyMMdd-HHmmss in UTC, so that names sort by time. */
function stampOf(time: Date): string {
  return time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
