import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { dayWords } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Step } from '../stories/steps.ts'

/**
 * The documents under which steps were signed for somebody else (văn bản ủy quyền ký thay), by the id of the step. A step names whom
 * it was signed for, so these are all that held between the two at its level at that moment.
 */
export async function delegationDocuments(read: Reader, tenantId: TenantId, steps: readonly Step[]): Promise<ReadonlyMap<string, string>> {
  const delegated = steps.filter(({ actingFor }) => actingFor !== null)
  if (delegated.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_delegation')
    .where('tenant_id', '=', tenantId)
    .where('to_id', 'in', [...new Set(delegated.map(({ personId }) => personId))])
    .select(['from_id', 'to_id', 'level', 'from_day', 'to_day', 'document_number', 'document_date', 'recorded_at', 'ended_at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return new Map(
    delegated.map((step) => {
      const day = vietnameseDay(step.at)
      const held = rows.filter(
        (row) => row.from_id === step.actingFor && row.to_id === step.personId && row.level === step.level && row.from_day <= day && day <= row.to_day && row.recorded_at <= step.at && (row.ended_at === null || row.ended_at > step.at),
      )
      return [step.id, held.map((row) => `${row.document_number} ngày ${dayWords(row.document_date)}`).join('; ')]
    }),
  )
}
