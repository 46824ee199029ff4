import { setTimeout as sleep } from 'node:timers/promises'
import { BackupError } from '#platform/backup/archive.ts'
import { listBackups, type BackupReport } from '#platform/backup/backup-reports.ts'
import type { BackupSource } from '#platform/backup/make-backup.ts'
import { backupWords } from './backup-words.ts'
import { StartProblem } from './start-problem.ts'

/** Where scheduled backups go and at which minute of the Vietnamese day they are due; null when there are none. */
export interface BackupPlan {
  readonly folder: string
  readonly minuteOfDay: number | null
}

// At noon the machine under the desk is on, and nobody works on it.
const usualMinute = 12 * 60 + 15
const vietnamOffset = 7 * 3_600_000
const day = 86_400_000
const look = 60_000
const graceAfterStart = 10 * 60_000
const retryAfter = 3_600_000
const patienceAtEnd = 10_000

/**
 * The plan of THUOCDO_BACKUPS (a folder; `backups` of the data folder by default) and THUOCDO_BACKUP_AT (HH:mm, or
 * `off`). With a database of one's own nothing is planned unless a folder or a time is named.
 */
export function backupPlan(environment: NodeJS.ProcessEnv, dataDir: string, embedded: boolean): BackupPlan {
  const named = environment['THUOCDO_BACKUPS'] || undefined
  const at = environment['THUOCDO_BACKUP_AT'] || undefined
  const folder = named ?? `${dataDir}/backups`
  if (at === 'off' || (at === undefined && named === undefined && !embedded)) return { folder, minuteOfDay: null }
  if (at === undefined) return { folder, minuteOfDay: usualMinute }
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at)
  if (parts === null) throw new StartProblem(`THUOCDO_BACKUP_AT phải là giờ:phút như 12:15, hoặc off; không phải “${at}”. (THUOCDO_BACKUP_AT must be HH:mm or off.)`)
  return { folder, minuteOfDay: Number(parts[1]) * 60 + Number(parts[2]) }
}

/** Whether a backup is due: the last moment it should have been made is later than the newest one there is. */
export function isBackupDue(now: Date, newest: Date | null, minuteOfDay: number): boolean {
  const local = now.getTime() + vietnamOffset
  const todays = Math.floor(local / day) * day + minuteOfDay * 60_000
  const last = (todays <= local ? todays : todays - day) - vietnamOffset
  return newest === null || newest.getTime() < last
}

/** Backups there are, as far as the schedule asks. */
export type MadeBackup = Pick<BackupReport, 'takenAt' | 'verifiedAt' | 'purpose'>

/**
 * Decides when a planned backup is begun: not within ten minutes of the start, once a day, and after a failure at most
 * once an hour. `elapsedMs` comes from a clock nobody sets. A backup that bears a time still to come, from before the
 * clock was set back, does not hold up those of the right time.
 */
export function backupTimer(minuteOfDay: number, startedMs: number): (now: Date, elapsedMs: number, made: readonly MadeBackup[]) => boolean {
  let triedMs = -Infinity
  return (now, elapsedMs, made) => {
    if (elapsedMs - startedMs < graceAfterStart || elapsedMs - triedMs < retryAfter) return false
    const counted = made.filter((backup) => backup.verifiedAt !== null && backup.purpose !== 'before-restore').map((backup) => Date.parse(backup.takenAt))
    const newest = Math.max(...counted.filter((takenAt) => takenAt <= now.getTime()))
    if (!isBackupDue(now, newest === -Infinity ? null : new Date(newest), minuteOfDay)) return false
    triedMs = elapsedMs
    return true
  }
}

interface ScheduleLog {
  info(line: string): void
  error(line: string): void
}

/** Makes the planned backups until it is stopped; one that was missed while the machine was off is made up for. */
export function scheduleBackups(source: BackupSource, plan: BackupPlan, log: ScheduleLog): { stop(): Promise<void> } {
  const { minuteOfDay, folder } = plan
  if (minuteOfDay === null) return { stop: async () => undefined }
  const isTime = backupTimer(minuteOfDay, performance.now())
  let running: Promise<void> | undefined
  const consider = async (): Promise<void> => {
    if (!isTime(new Date(), performance.now(), await listBackups(folder))) return
    const report = await backUp(source, folder, 'scheduled')
    log.info(`Đã sao lưu và thử khôi phục: ${report.file}`)
  }
  const timer = setInterval(() => {
    running ??= consider()
      .catch((error: unknown) => log.error(`Sao lưu không thành công: ${wordsOf(error)}`))
      .finally(() => (running = undefined))
  }, look)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      if (running !== undefined) await Promise.race([running, sleep(patienceAtEnd, undefined, { ref: false })])
    },
  }
}

/**
 * Saves an older database before it is upgraded. Throws {@link StartProblem} when that fails: nothing has been
 * upgraded then.
 */
export async function backUpBeforeUpgrade(source: BackupSource, folder: string): Promise<string> {
  try {
    return (await backUp(source, folder, 'before-upgrade')).file
  } catch (error) {
    throw new StartProblem(
      `Chưa nâng cấp, vì không sao lưu trước được: ${wordsOf(error)}. Nếu đã tự sao lưu, đặt THUOCDO_UPGRADE_WITHOUT_BACKUP=1. (Not upgraded: the backup before it failed.)`,
    )
  }
}

/** Loaded when needed: the program starts without the libraries of encryption and archives. */
async function backUp(source: BackupSource, folder: string, purpose: BackupReport['purpose']): Promise<BackupReport> {
  const [{ backupKeys }, { runBackup }] = await Promise.all([import('#platform/backup/backup-keys.ts'), import('#platform/backup/run-backup.ts')])
  const { recipients } = await backupKeys(source.dataDir)
  return runBackup({ source, folder, seal: { recipients }, clock: () => new Date(), purpose })
}

function wordsOf(error: unknown): string {
  if (error instanceof BackupError) return [backupWords[error.problem][0], error.detail].filter((part) => part !== '').join(': ')
  return error instanceof Error ? error.message : String(error)
}
