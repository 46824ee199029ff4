import type { TenantId } from '#kernel/id.ts'
import type { RundownId } from './rundown-row.ts'

/** One open screen that follows a rundown. */
export interface Watcher {
  readonly tenantId: TenantId
  readonly rundownId: RundownId
  /** Tells it how the rundown stands. */
  send(stamp: string): void
  /** Whether it may still see the rundown; once not, it is let go. */
  mayStay(): Promise<boolean>
  end(): void
  beat(): void
}

/** How often the database is asked, sessions are looked at, and silent connections hear something. */
export interface HubPace {
  readonly lookMs: number
  readonly checkMs: number
}

/** Reads how rundowns of a tenant stand. */
export type ReadStamps = (tenantId: TenantId, ids: readonly RundownId[]) => Promise<ReadonlyMap<RundownId, string>>

interface Followed {
  readonly watcher: Watcher
  told: string | undefined
}

/**
 * Follows rundowns for every open screen of this server: one small question a second and tenant, however many look on, and none when nobody does. Several
 * servers over one database need not know of each other; what this one changed is asked for at once.
 */
export function createEventHub(stampsOf: ReadStamps, { lookMs, checkMs }: HubPace) {
  const followed = new Set<Followed>()
  let timers: NodeJS.Timeout[] = []
  let looking: Promise<void> | undefined
  let again = false

  const askTenant = async (tenantId: TenantId): Promise<void> => {
    const own = [...followed].filter(({ watcher }) => watcher.tenantId === tenantId)
    const stamps = await stampsOf(tenantId, [...new Set(own.map(({ watcher }) => watcher.rundownId))])
    for (const each of own) {
      const stamp = stamps.get(each.watcher.rundownId)
      if (stamp === undefined || stamp === each.told || !followed.has(each)) continue
      each.told = stamp
      each.watcher.send(stamp)
    }
  }
  const look = (): Promise<void> => {
    if (looking !== undefined) {
      again = true
      return looking
    }
    const tenants = [...new Set([...followed].map(({ watcher }) => watcher.tenantId))]
    // A database that is away for a moment is asked again with the next look.
    looking = Promise.allSettled(tenants.map(askTenant)).then(() => {
      looking = undefined
      if (!again) return
      again = false
      void look()
    })
    return looking
  }
  const check = async (): Promise<void> => {
    for (const each of followed) {
      if (await each.watcher.mayStay().catch(() => true)) each.watcher.beat()
      else leave(each)
    }
  }
  const leave = (each: Followed): void => {
    if (!followed.delete(each)) return
    each.watcher.end()
    if (followed.size > 0) return
    for (const timer of timers) clearInterval(timer)
    timers = []
  }
  return {
    /** Begins to follow; the watcher is told at once how things stand. Answers how to stop. */
    follow(watcher: Watcher): () => void {
      const each: Followed = { watcher, told: undefined }
      followed.add(each)
      if (timers.length === 0) timers = [setInterval(() => void look(), lookMs), setInterval(() => void check(), checkMs)].map((timer) => timer.unref())
      void look()
      return () => leave(each)
    },
    look,
    endAll(): void {
      for (const each of followed) leave(each)
    },
  }
}

export type EventHub = ReturnType<typeof createEventHub>
