import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { sealTenant } from './seal.ts'
import { writtenWithin } from './written-tenants.ts'

const everyMs = 400
const second = 1_000
const afterProblem = 5 * second
// An entry's id is made just before its transaction ends; one that waits for a row longer is found by the wider looks.
const usual = { window: 2 * second, writtenWithin: 20 * second }
const wider = { every: 15 * second, window: 15 * 60 * second }
const whole = { every: 3_600 * second }

/** Sealing in the background. */
export interface Sealing {
  /** Seals what this process wrote, then ends. */
  stop(): Promise<void>
}

/**
 * Seals the ledgers of all tenants until stopped: what this process wrote within a second, what another one left behind
 * within some seconds, and everything once at the start, when the clock jumped, and every hour (a server that died).
 */
export function keepSealing(db: Kysely<Database>, problem: (error: unknown) => void): Sealing {
  const stopping = new AbortController()
  const done = run(db, problem, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function run(db: Kysely<Database>, problem: (error: unknown) => void, signal: AbortSignal): Promise<void> {
  let [nextWider, nextWhole] = [0, 0]
  let standing = clockStanding()
  for (;;) {
    const last = signal.aborted
    let pause = everyMs
    const at = performance.now()
    try {
      const found = clockStanding()
      if (at >= nextWhole || Math.abs(found - standing) > second) {
        await sealAll(db, null)
        standing = found
        nextWhole = at + whole.every
        nextWider = at + wider.every
      } else if (at >= nextWider) {
        await sealAll(db, wider.window)
        nextWider = at + wider.every
      } else {
        await seal(db, writtenWithin(usual.writtenWithin), usual.window)
      }
    } catch (error) {
      problem(error)
      pause = afterProblem
    }
    if (last) return
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** How far the machine's clock is from one that nobody sets: it changes when the clock jumps. */
function clockStanding(): number {
  return Date.now() - performance.now()
}

async function sealAll(db: Kysely<Database>, window: number | null): Promise<void> {
  const tenants = await db.selectFrom('tenant').select('id').execute()
  await seal(db, tenants.map((tenant) => asId<'tenant'>(tenant.id)), window)
}

async function seal(db: Kysely<Database>, tenants: readonly TenantId[], window: number | null): Promise<void> {
  for (const tenantId of tenants) {
    const now = new Date()
    await sealTenant(db, tenantId, window === null ? null : new Date(now.getTime() - window), now)
  }
}
