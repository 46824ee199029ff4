import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DamagedFile, LeftOut } from './archive.ts'

/** What is known of one backup without opening it; lies beside it as JSON. */
export interface BackupReport {
  readonly file: string
  readonly purpose: 'scheduled' | 'asked' | 'before-upgrade' | 'before-restore'
  readonly takenAt: string
  readonly program: string
  readonly tables: number
  readonly rows: number
  readonly storedFiles: number
  readonly bytes: number
  /** When it was restored into a scratch database and every row was the same; null when it was not. */
  readonly verifiedAt: string | null
  /** Stored files that were missing or altered already when the backup was made. */
  readonly damaged: readonly DamagedFile[]
  /** Films it does not hold; absent in reports of older backups. */
  readonly mediaLeftOut?: LeftOut
}

/** The state of an installation's backups, for the officer's status page and for monitoring. */
export interface BackupStatus {
  readonly folder: string
  readonly backups: readonly BackupReport[]
  readonly lastVerified: BackupReport | null
  readonly lastFailure: { readonly at: string; readonly problem: string; readonly detail: string } | null
}

/** The backups in a folder, newest first. Files without a readable report are not counted. */
export async function listBackups(folder: string): Promise<BackupReport[]> {
  const names = await readdir(folder).catch(() => [])
  const found: BackupReport[] = []
  for (const name of names.filter((each) => each.startsWith('thuocdo-') && each.endsWith('.json'))) {
    try {
      const report = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as BackupReport
      const file = path.join(folder, name.slice(0, -'.json'.length))
      if ((await stat(file)).size === report.bytes) found.push({ ...report, file })
    } catch {
      continue
    }
  }
  return found.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
}

/** The state of the backups in a folder. */
export async function backupStatus(folder: string): Promise<BackupStatus> {
  const backups = await listBackups(folder)
  const failure = await readFile(path.join(folder, 'last-failure.json'), 'utf8').catch(() => null)
  return {
    folder,
    backups,
    lastVerified: backups.find((backup) => backup.verifiedAt !== null) ?? null,
    lastFailure: failure === null ? null : (JSON.parse(failure) as NonNullable<BackupStatus['lastFailure']>),
  }
}
