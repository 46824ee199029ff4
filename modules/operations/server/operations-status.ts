import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { countUnsealed, newestMoment } from '#platform/audit/seal.ts'
import { identityFileOf } from '#platform/backup/key-place.ts'
import { backupStatus, type BackupReport } from '#platform/backup/backup-reports.ts'
import type { Reader } from '#platform/db/database.ts'
import { query, type Handler } from '#platform/http/handler.ts'
import type { CertificateState } from '#platform/http/certificate.ts'
import { operationsRoutes } from '../contract/routes.ts'
import { concernsOf } from '../domain/concerns.ts'

/** What the running program knows of its own installation. */
export interface Installation {
  readonly version: string
  readonly startedAt: Date
  readonly embedded: boolean
  readonly dataDir: string
  readonly backups: { readonly folder: string; readonly minuteOfDay: number | null }
  readonly certificate: () => CertificateState | null
  /** Whether other machines reach the program, and whether a proxy in front of it encrypts. */
  readonly reachable: boolean
  readonly behindProxy: boolean
}

const shownBackups = 10

/** Tình trạng hệ thống: what an administrator looks at every morning. */
export function operationsStatus(installation: Installation): Handler<typeof operationsRoutes.operationsStatus> {
  return query(operationsRoutes.operationsStatus, async ({ actor, read, now }) => {
    const { backups: plan, dataDir } = installation
    const [database, disks, backups, ledger, newestEntry] = await Promise.all([
      databaseState(read),
      disksOf([dataDir, plan.folder]),
      backupStatus(plan.folder),
      countUnsealed(read, actor.tenantId),
      newestMoment(read, actor.tenantId),
    ])
    // One that bears a time still to come, from before the clock was set back, says nothing of today.
    const verified = backups.backups.find((backup) => backup.verifiedAt !== null && Date.parse(backup.takenAt) <= now.getTime()) ?? null
    const certificate = installation.certificate()
    const least = disks.toSorted((a, b) => a.freeBytes - b.freeBytes)[0]
    return {
      now: now.toISOString(),
      program: { version: installation.version, node: process.version, startedAt: installation.startedAt.toISOString(), memoryBytes: process.memoryUsage().rss },
      database: { embedded: installation.embedded, ...database },
      disks: disks.map(({ folder, freeBytes, totalBytes }) => ({ folder, freeBytes, totalBytes })),
      backups: {
        plannedMinute: plan.minuteOfDay,
        lastVerified: backups.lastVerified === null ? null : viewOf(backups.lastVerified),
        lastFailure: backups.lastFailure === null ? null : { at: backups.lastFailure.at, problem: backups.lastFailure.problem },
        recent: backups.backups.slice(0, shownBackups).map(viewOf),
      },
      certificate,
      ledger: { unsealed: ledger.entries, oldest: ledger.oldest?.toISOString() ?? null },
      concerns: concernsOf({
        now: now.getTime(),
        lastVerifiedBackup: verified === null ? null : Date.parse(verified.takenAt),
        lastBackupFailed: backups.lastFailure !== null,
        damagedFiles: backups.lastVerified?.damaged.length ?? 0,
        backupsPlanned: plan.minuteOfDay !== null,
        keyOnServer: identityFileOf(dataDir) !== null,
        backupsOnSameDisk: new Set(disks.map((disk) => disk.device)).size < disks.length,
        leastFree: { bytes: least?.freeBytes ?? Infinity, share: least === undefined ? 1 : least.freeBytes / least.totalBytes },
        certificateEnds: certificate === null ? null : Date.parse(certificate.validTo),
        reachable: installation.reachable,
        encrypted: certificate !== null || installation.behindProxy,
        oldestUnsealed: ledger.oldest?.getTime() ?? null,
        newestEntry: newestEntry?.getTime() ?? null,
      }),
    }
  })
}

async function databaseState(read: Reader) {
  const server = await read
    .selectNoFrom([
      sql<string>`current_setting('server_version')`.as('version'),
      sql<number>`pg_database_size(current_database())::float8`.as('bytes'),
      sql<number>`(select count(*)::int from pg_stat_activity where datname = current_database())`.as('connections'),
    ])
    .executeTakeFirstOrThrow()
  const last = await read.selectFrom('platform_migration').select(['name', 'applied_at']).orderBy('name', 'desc').limit(1).executeTakeFirstOrThrow()
  return { ...server, lastMigration: last.name, migratedAt: last.applied_at.toISOString() }
}

/** The room on the disk of each folder, or of the nearest folder above it that is there. */
async function disksOf(folders: readonly string[]) {
  return Promise.all(
    folders.map(async (folder) => {
      let place = folder
      while (!existsSync(place)) place = path.dirname(place)
      const [disk, { dev }] = await Promise.all([statfs(place), stat(place)])
      return { folder, device: dev, freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
    }),
  )
}

function viewOf(report: BackupReport) {
  const { file, purpose, takenAt, bytes, rows, storedFiles, verifiedAt, damaged } = report
  return { file: path.basename(file), purpose, takenAt, bytes, rows, storedFiles, verifiedAt, damaged: damaged.length }
}
