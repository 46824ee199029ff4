import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { HoldingId, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Reader, type Tx } from '#platform/db/database.ts'
import type { Holding } from '../domain/post.ts'
import { lockStructure } from './rows.ts'
import { managedHolding } from './save-holding.ts'

/** A holding as the modules above see it. */
export interface UsedHolding {
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** Whether a module above has built on a holding; the program hands these in. */
export type HoldingUse = (read: Reader, tenantId: TenantId, holding: UsedHolding) => Promise<boolean>

/** Removes a holding entered by mistake, while nothing is built on it; answers what it said, for the ledger. */
export async function removeHolding(tx: Tx<'organisation'>, actor: Actor, holdingId: HoldingId, version: number, uses: readonly HoldingUse[], today: CalendarDate): Promise<Holding> {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const { holding, post } = await managedHolding(read, actor, holdingId, version, today)
  for (const isUsed of uses) {
    if (await isUsed(read, actor.tenantId, { personId: holding.personId, unitId: post.unitId, from: holding.from, to: holding.to })) refuse('organisation.holding.in-use', {})
  }
  await tx.deleteFrom('organisation_holding').where('tenant_id', '=', actor.tenantId).where('id', '=', holdingId).execute()
  return holding
}
