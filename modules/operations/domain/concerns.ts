/** What is looked at to say whether an installation needs care. Times in milliseconds since 1970. */
export interface Condition {
  readonly now: number
  readonly lastVerifiedBackup: number | null
  readonly lastBackupFailed: boolean
  readonly damagedFiles: number
  readonly backupsPlanned: boolean
  readonly keyOnServer: boolean
  readonly backupsOnSameDisk: boolean
  /** The fullest disk in use. */
  readonly leastFree: { readonly bytes: number; readonly share: number }
  readonly certificateEnds: number | null
  /** Whether other machines reach the program, and whether the way there is encrypted. */
  readonly reachable: boolean
  readonly encrypted: boolean
  readonly oldestUnsealed: number | null
  /** The latest moment among the newest entries of the ledger. */
  readonly newestEntry: number | null
}

/** What may need care. */
export const concernKinds = ['no-backup', 'old-backup', 'backup-failed', 'damaged-files', 'disk-full', 'disk-low', 'certificate-ends', 'no-encryption', 'ledger-unsealed', 'clock-back', 'key-on-server', 'same-disk'] as const

/** Something to do. */
export interface Concern {
  readonly kind: (typeof concernKinds)[number]
  readonly grave: boolean
}

const day = 86_400_000
const gigabyte = 1_000_000_000

/**
 * What needs the care of whoever keeps the server running, grave things first. A backup is old after two days and
 * grave after a week; a certificate is renewed a month before it ends; a sealed ledger is at most a minute behind, and
 * no entry is of a time still to come unless the clock was set back.
 */
export function concernsOf(condition: Condition): Concern[] {
  const { now } = condition
  const age = condition.lastVerifiedBackup === null ? Infinity : now - condition.lastVerifiedBackup
  const left = condition.certificateEnds === null ? Infinity : condition.certificateEnds - now
  const { bytes, share } = condition.leastFree
  const full = bytes < gigabyte || share < 0.02
  const found: readonly (Concern | false)[] = [
    condition.lastVerifiedBackup === null && condition.backupsPlanned && { kind: 'no-backup', grave: true },
    age !== Infinity && age > 2 * day && { kind: 'old-backup', grave: age > 7 * day },
    condition.lastBackupFailed && { kind: 'backup-failed', grave: true },
    condition.damagedFiles > 0 && { kind: 'damaged-files', grave: true },
    full && { kind: 'disk-full', grave: true },
    !full && (bytes < 5 * gigabyte || share < 0.1) && { kind: 'disk-low', grave: false },
    left < 30 * day && { kind: 'certificate-ends', grave: left < 7 * day },
    condition.reachable && !condition.encrypted && { kind: 'no-encryption', grave: true },
    condition.oldestUnsealed !== null && now - condition.oldestUnsealed > 60_000 && { kind: 'ledger-unsealed', grave: true },
    condition.newestEntry !== null && condition.newestEntry - now > 60_000 && { kind: 'clock-back', grave: true },
    condition.keyOnServer && { kind: 'key-on-server', grave: false },
    condition.backupsPlanned && condition.backupsOnSameDisk && { kind: 'same-disk', grave: false },
  ]
  const concerns = found.filter((concern) => concern !== false)
  return [...concerns.filter((concern) => concern.grave), ...concerns.filter((concern) => !concern.grave)]
}
