import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { anchorYesterday, keepTimestamp, unstampedAnchors, writeAnchors } from './anchor.ts'
import { anchorFile } from './anchor-file.ts'
import type { TimestampAddress } from './timestamp-address.ts'

const everyMs = 10 * 60_000

/** Where anchors go. */
export interface Anchorage {
  readonly dataDir: string
  /** Null: no call leaves the machine. */
  readonly timestamp: TimestampAddress | null
  readonly problem: (error: unknown) => void
}

/** Anchors every ledger once a day until stopped: into the database, the file of the data folder and, when configured, an authority's timestamp. */
export function keepAnchoring(db: Kysely<Database>, anchorage: Anchorage): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = run(db, anchorage, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function run(db: Kysely<Database>, anchorage: Anchorage, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const tenants = await db.selectFrom('tenant').select('id').execute()
      for (const { id } of tenants) if (!signal.aborted) await anchorTenant(db, asId<'tenant'>(id), anchorage, new Date())
    } catch (error) {
      anchorage.problem(error)
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

type AskTimestamp = (address: TimestampAddress, text: string) => Promise<Uint8Array>

// Most offices configure none: what reads certificates is loaded by the first that does.
const askWhenNeeded: AskTimestamp = async (address, text) => (await import('./ask-timestamp.ts')).askTimestamp(address, text)

/** Anchors one ledger. An authority that does not answer is a problem said and asked again later; the file is written all the same. */
export async function anchorTenant(db: Kysely<Database>, tenantId: TenantId, { dataDir, timestamp, problem }: Anchorage, now: Date, ask: AskTimestamp = askWhenNeeded): Promise<void> {
  await anchorYesterday(db, tenantId, now)
  if (timestamp !== null) {
    try {
      for (const { day, text } of await inTenant(db, tenantId, 'read', (tx) => unstampedAnchors(readerOf(tx), tenantId, timestamp.url, now))) {
        await keepTimestamp(db, tenantId, day, timestamp.url, await ask(timestamp, text), now)
      }
    } catch (error) {
      problem(error)
    }
  }
  await writeAnchors(db, tenantId, anchorFile(dataDir))
}
