import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { endOfBallot } from '../../domain/ballot.ts'
import { loadRolls, loadTallies, type Question } from './question-row.ts'
import { settleQuestion, storeTally } from './settle-question.ts'

/**
 * Strikes somebody from the roll of an open ballot for a conflict of interest just stated; on devices the others' last ballot
 * may thereby be in. Refuses whoever has voted: a ballot cannot be taken out of the total. Counted on paper, the roll stands.
 */
export async function leaveBallot(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, question: Question, personId: PersonId): Promise<void> {
  if (question.method !== 'devices') refuse('evaluation.meeting.question-open', { open: 1 })
  const roll = (await loadRolls(read, tenantId, [question.id])).get(question.id) ?? []
  const own = roll.find((voter) => voter.personId === personId)
  if (own === undefined || own.barred !== null) return
  if (own.voted) refuse('evaluation.ballot.already-voted')
  await tx
    .updateTable('evaluation_meeting_voter')
    .set({ barred: 'declared' })
    .where('tenant_id', '=', tenantId)
    .where('question_id', '=', question.id)
    .where('person_id', '=', personId)
    .execute()
  const tally = (await loadTallies(read, tenantId, [question.id])).get(question.id)
  if (tally === undefined) throw new Error('ballot without a tally')
  await storeTally(tx, tenantId, question.id, { ...tally, issued: tally.issued - 1 })
  const entitled = roll.filter((voter) => voter.barred === null).length - 1
  const voted = roll.filter((voter) => voter.voted).length
  if (voted === entitled) await settleQuestion(tx, tenantId, question, endOfBallot(voted, entitled, ''), '')
}
