const limit = 10
const windowMs = 10 * 60_000

/** Counts wrong passwords for a login name and pauses it for a while, on this server. */
export interface Attempts {
  blocked(name: string, now: Date): boolean
  minutesLeft(name: string, now: Date): number
  failed(name: string, now: Date): void
  succeeded(name: string): void
}

export function createAttempts(): Attempts {
  const wrong = new Map<string, { count: number; since: number }>()
  const current = (name: string, now: Date) => {
    const entry = wrong.get(name)
    return entry !== undefined && now.getTime() - entry.since < windowMs ? entry : undefined
  }
  return {
    blocked: (name, now) => (current(name, now)?.count ?? 0) >= limit,
    minutesLeft: (name, now) => {
      const entry = current(name, now)
      return entry === undefined ? 0 : Math.ceil((entry.since + windowMs - now.getTime()) / 60_000)
    },
    failed(name, now) {
      if (wrong.size > 10_000) wrong.clear()
      const entry = current(name, now)
      wrong.set(name, { count: (entry?.count ?? 0) + 1, since: entry?.since ?? now.getTime() })
    },
    succeeded: (name) => void wrong.delete(name),
  }
}
