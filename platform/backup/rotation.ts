/** How many backups stay: of the last days, weeks and months that have one. */
export interface Rotation {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

export const usualRotation: Rotation = { daily: 7, weekly: 5, monthly: 12 }

/** A backup in the folder; `takenAt` in ISO 8601, UTC. */
export interface KeptBackup {
  readonly file: string
  readonly takenAt: string
  /** Whether it was restored once and compared. */
  readonly verified: boolean
}

/**
 * The backups that may go: those that are the newest of none of the kept days, ISO weeks and months. Only verified
 * ones count towards what is kept, and the newest verified one never goes; unverified ones go once a newer verified
 * one is there.
 */
export function expiredBackups(backups: readonly KeptBackup[], rotation: Rotation): KeptBackup[] {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
  const good = newestFirst.filter((backup) => backup.verified)
  const kept = new Set<KeptBackup>(good.slice(0, 1))
  for (const [count, spanOf] of [
    [rotation.daily, dayOf],
    [rotation.weekly, weekOf],
    [rotation.monthly, monthOf],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of good) {
      const span = spanOf(backup.takenAt)
      if (seen.has(span)) continue
      if (seen.size >= count) break
      seen.add(span)
      kept.add(backup)
    }
  }
  const newestGood = good[0]?.takenAt ?? ''
  return newestFirst.filter((backup) => !kept.has(backup) && (backup.verified || backup.takenAt < newestGood))
}

function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

function monthOf(iso: string): string {
  return iso.slice(0, 7)
}

/** The Monday of the week, which names it. */
function weekOf(iso: string): string {
  const day = Math.floor(Date.parse(iso) / 86_400_000)
  return String(Math.floor((day + 3) / 7))
}
