import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import type { Actor } from '#kernel/actor.ts'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger, type LedgerFact } from '#platform/audit/ledger.ts'
import type { Tx } from '#platform/db/database.ts'
import type { SampleAccount } from '../contract/routes.ts'
import type { Attempt } from './attempts.ts'
import type { Keys } from './keys.ts'
import { knownDevice } from './known-device.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { Sessions } from './session.ts'

/** What the accounts routes need beside the request. */
export interface AccountsServices {
  readonly db: Kysely<Owned<'accounts'>>
  readonly keys: Keys
  readonly sessions: Sessions
  /** The OpenID Connect provider the administrator configured, or null. */
  readonly elsewhere: Elsewhere | null
  /** Loads the whole sample; composed of every module's part by the program. */
  readonly loadSample: (now: Date) => Promise<SampleAccount[]>
}

/** The part of a request that signing in looks at. */
export interface Visit {
  readonly headers: Headers
  readonly source: string
  /** Scheme and host the browser used. */
  readonly origin: string
  readonly now: Date
}

/** The attempt of this visitor at this account. */
export function attemptOf(keys: Keys, visit: Visit, username: string): Attempt {
  return { username, source: visit.source, deviceId: knownDevice(keys, visit.headers.get('cookie'), username, visit.now) }
}

/** Whether cookies may be kept to https. */
export function isSecure(visit: Visit): boolean {
  return visit.origin.startsWith('https:')
}

/** Keeps what an accounts route did, within its transaction. */
export function note(tx: Tx<'accounts'>, tenantId: TenantId, actor: Actor | null, now: Date, fact: LedgerFact): Promise<void> {
  return writeLedger(tx, { tenantId, actor, now, entryId: uuidv7(), request: null }, fact, undefined)
}
