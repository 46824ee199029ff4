import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import type { Disposal } from '#platform/retention/disposal.ts'
import { endedBefore, periodInForce, type SetPeriod } from '../../domain/retention.ts'
import { isRecordClass, type RecordClass } from '../../domain/record-classes.ts'
import { loadPeriods } from '../register/load-periods.ts'
import { termsOf } from '../register/shipped-register.ts'

/** When and for whom a look is taken. */
export interface Look {
  readonly tenantId: TenantId
  readonly now: Date
  readonly today: CalendarDate
  readonly newId: () => string
}

/** A proposal just made, for the ledger. */
export interface Proposed {
  readonly recordClass: string
  readonly things: number
}

/**
 * Looks at every class for what is past its period and proposes its deletion; what waits is brought up to date, what
 * was put off waits for its day, and a proposal with nothing left lapses. Deletes nothing.
 */
export async function proposeDisposals(tx: Tx<'personal-data'>, disposals: readonly Disposal[], look: Look): Promise<Proposed[]> {
  const periods = await loadPeriods(readerOf(tx), look.tenantId)
  const proposed: Proposed[] = []
  for (const disposal of disposals) {
    const things = await proposeClass(tx, disposal, periods.filter((period) => period.recordClass === disposal.recordClass), look)
    if (things > 0) proposed.push({ recordClass: disposal.recordClass, things })
  }
  return proposed
}

/** The limit of a class today: what ended before it is past its period; null when none is in force. */
export function limitOf(recordClass: RecordClass, set: readonly SetPeriod[], today: CalendarDate): { readonly months: number; readonly endedBefore: CalendarDate } | null {
  const terms = termsOf(recordClass)
  const months = periodInForce(terms, set, today)?.months ?? null
  return months === null ? null : { months, endedBefore: endedBefore(today, months, terms.countedFrom) }
}

/** Proposes for one class; answers how many things, when the proposal is new. */
async function proposeClass(tx: Tx<'personal-data'>, disposal: Disposal, set: readonly SetPeriod[], look: Look): Promise<number> {
  const { tenantId, today, now } = look
  if (!isRecordClass(disposal.recordClass)) throw new Error(`${disposal.recordClass} is no record class`)
  const waiting = await tx
    .selectFrom('personal_data_proposal')
    .where('tenant_id', '=', tenantId)
    .where('record_class', '=', disposal.recordClass)
    .where('status', 'in', ['open', 'postponed'])
    .select(['id', 'postponed_until'])
    .forUpdate()
    .executeTakeFirst()
  if (waiting?.postponed_until !== null && waiting?.postponed_until !== undefined && waiting.postponed_until > today) return 0
  const limit = limitOf(disposal.recordClass, set, today)
  const found = limit === null ? [] : await disposal.find(readerOf(tx), tenantId, limit.endedBefore, today)
  const free = found.filter((thing) => thing.hold === null)
  const state = { things: free.length, held: found.length - free.length, oldest: free[0]?.endedOn ?? null, postponed_until: null }
  const row = tx.updateTable('personal_data_proposal').where('tenant_id', '=', tenantId).where('id', '=', waiting?.id ?? '')
  if (limit === null || free.length === 0) {
    if (waiting !== undefined) await row.set({ ...state, status: 'lapsed' }).execute()
    return 0
  }
  const terms = { months: limit.months, ended_before: limit.endedBefore }
  if (waiting !== undefined) {
    await row.set({ ...state, ...terms, status: 'open' }).execute()
    return 0
  }
  await tx
    .insertInto('personal_data_proposal')
    .values({ tenant_id: tenantId, id: look.newId(), record_class: disposal.recordClass, ...state, ...terms, status: 'open', proposed_at: now })
    .execute()
  return free.length
}
