import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { dayWords } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Step } from '../stories/steps.ts'

/** A written delegation as a paper names it: its number and day (số và ngày văn bản ủy quyền). */
export interface DelegationDocument {
  readonly number: string
  readonly date: CalendarDate
}

/**
 * The documents under which steps were signed for somebody else (văn bản ủy quyền ký thay), by the id of the step. A step names the
 * delegation it used; one from before that was kept has all that held between the two at its level at that moment.
 */
export async function delegationDocuments(read: Reader, tenantId: TenantId, steps: readonly Step[]): Promise<ReadonlyMap<string, readonly DelegationDocument[]>> {
  const delegated = steps.filter(({ actingFor }) => actingFor !== null)
  if (delegated.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_delegation')
    .where('tenant_id', '=', tenantId)
    .where('to_id', 'in', [...new Set(delegated.map(({ personId }) => personId))])
    .select(['id', 'from_id', 'to_id', 'level', 'from_day', 'to_day', 'document_number', 'document_date', 'recorded_at', 'ended_at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return new Map(
    delegated.map((step) => {
      const day = vietnameseDay(step.at)
      const held = rows.filter((row) =>
        step.delegationId === null
          ? row.from_id === step.actingFor && row.to_id === step.personId && row.level === step.level && row.from_day <= day && day <= row.to_day && row.recorded_at <= step.at && (row.ended_at === null || row.ended_at > step.at)
          : row.id === step.delegationId,
      )
      return [step.id, held.map((row) => ({ number: row.document_number, date: row.document_date as CalendarDate }))]
    }),
  )
}

/** Documents of a step in words, as papers and evidence say them; empty when none is known. */
export function documentWords(documents: readonly DelegationDocument[] = []): string {
  return documents.map(({ number, date }) => `${number} ngày ${dayWords(date)}`).join('; ')
}
