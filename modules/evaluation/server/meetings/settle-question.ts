import type { QuestionId, TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Figures } from '../../domain/ballot.ts'
import type { Question } from './question-row.ts'

/** Writes the totals of a ballot. */
export async function storeTally(tx: Tx<'evaluation'>, tenantId: TenantId, questionId: QuestionId, { counts, ...figures }: Figures): Promise<void> {
  await tx
    .updateTable('evaluation_meeting_tally')
    .set({ ...figures, counts: JSON.stringify(counts) })
    .where('tenant_id', '=', tenantId)
    .where('question_id', '=', questionId)
    .execute()
}

/** Ends a ballot. Of one that is void the totals are deleted unread. */
export async function settleQuestion(tx: Tx<'evaluation'>, tenantId: TenantId, question: Pick<Question, 'id' | 'version'>, status: 'closed' | 'void', reason: string): Promise<void> {
  await tx
    .updateTable('evaluation_meeting_question')
    .set({ status, closing_reason: reason, version: question.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', question.id)
    .execute()
  if (status === 'void') await tx.deleteFrom('evaluation_meeting_tally').where('tenant_id', '=', tenantId).where('question_id', '=', question.id).execute()
}
