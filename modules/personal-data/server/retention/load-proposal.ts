import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Disposal } from '#platform/retention/disposal.ts'
import { isRecordClass, type RecordClass } from '../../domain/record-classes.ts'

/** A proposal somebody acts on. */
export interface WaitingProposal {
  readonly recordClass: RecordClass
  readonly endedBefore: CalendarDate
  readonly disposal: Disposal
}

/** The proposal, held until the end of the transaction; refused when it is settled. */
export async function holdProposal(tx: Tx<'personal-data'>, tenantId: TenantId, id: Id<'disposal-proposal'>, disposals: readonly Disposal[]): Promise<WaitingProposal> {
  const row = await tx.selectFrom('personal_data_proposal').where('tenant_id', '=', tenantId).where('id', '=', id).select(['record_class', 'ended_before', 'status']).forUpdate().executeTakeFirst()
  if (row === undefined) refuse('platform.not-found')
  if (row.status !== 'open' && row.status !== 'postponed') refuse('personal-data.proposal.settled', { status: row.status })
  return { ...disposalFor(row.record_class, disposals), endedBefore: row.ended_before as CalendarDate }
}

/** The way to find and delete a class that proposals are made for. */
export function disposalFor(recordClass: string, disposals: readonly Disposal[]): Omit<WaitingProposal, 'endedBefore'> {
  const disposal = disposals.find((one) => one.recordClass === recordClass)
  if (disposal === undefined || !isRecordClass(recordClass)) throw new Error(`nothing deletes ${recordClass}`)
  return { recordClass, disposal }
}
