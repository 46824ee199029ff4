import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'

/** Exactly one request, by its print. */
export interface AskedAct {
  readonly act: string
  readonly print: string
  readonly method: string
  readonly address: string
  readonly body: unknown
  /** Rights one of which the second person must hold for the whole committee (accounts/domain/competence.ts says who does). */
  readonly by: readonly Permission[]
}

/** How a request that needs a second person (người thứ hai) stands. */
export type ApprovalState = 'none' | 'waiting' | 'refused' | 'approved'

/** Approval of single acts by a second person; kept by the accounts module, asked by every route that says `twoPersons`. */
export interface SecondPerson {
  /** Uses the approval of this request up within the transaction that does it; true also where the committee asks for none. */
  use(tx: Kysely<Database>, actor: Actor, asked: AskedAct, now: Date): Promise<boolean>
  /** How it stands; with a reason, it is asked for unless it waits already. */
  stand(actor: Actor, asked: AskedAct, reason: string | undefined, now: Date): Promise<ApprovalState>
}
