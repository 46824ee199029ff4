import { statfs } from 'node:fs/promises'
import { backupStatus } from '#platform/backup/backup-reports.ts'
import type { Figures } from '#platform/http/metrics.ts'

/** Figures of the installation for Prometheus, beside those of requests and the process. */
export function operatingFigures(dataDir: string, backupFolder: string | undefined): { readonly help: Readonly<Record<string, string>>; readonly read: Figures } {
  return {
    help: {
      thuocdo_disk_free_bytes: 'Free room on the disk of the data folder',
      thuocdo_backup_verified_age_seconds: 'Since the newest backup that was restored and compared',
      thuocdo_backup_failed: '1 when the last backup failed',
    },
    async read() {
      const [disk, backups] = await Promise.all([statfs(dataDir).catch(() => undefined), backupFolder === undefined ? undefined : backupStatus(backupFolder)])
      const verified = backups?.lastVerified?.takenAt
      return {
        thuocdo_disk_free_bytes: disk === undefined ? undefined : disk.bavail * disk.bsize,
        thuocdo_backup_verified_age_seconds: verified === undefined ? undefined : (Date.now() - Date.parse(verified)) / 1000,
        thuocdo_backup_failed: backups === undefined ? undefined : backups.lastFailure === null ? 0 : 1,
      }
    },
  }
}
