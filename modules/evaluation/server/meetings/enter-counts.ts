import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { agree, checkFigures } from '../../domain/ballot.ts'
import { loadMeetingFile, requireMeetingStatus } from './meeting-access.ts'
import { holdMeeting } from './meeting-row.ts'
import { loadRolls, loadTellerCounts, lockQuestion } from './question-row.ts'
import { settleQuestion, storeTally } from './settle-question.ts'

/**
 * A teller enters what was counted (kiểm phiếu). The other teller's figures are never shown: when both have counted the same,
 * that is the result; when not, both are told so and count again.
 */
export const enterCounts = command(ballotRoutes.enterCounts, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const question = await lockQuestion(tx, read, tenantId, params.questionId)
  await holdMeeting(tx, tenantId, question.meetingId)
  const { meeting, me } = await loadMeetingFile(read, actor, question.meetingId, today)
  if (me === null || !me.teller || !me.present || question.method !== 'tellers') return refuse('platform.not-found')
  requireMeetingStatus(meeting, 'open')
  if (question.status !== 'open') refuse('evaluation.ballot.settled', { status: question.status })
  const roll = (await loadRolls(read, tenantId, [question.id])).get(question.id) ?? []
  checkFigures(body.figures, question.choices, roll.filter((voter) => voter.barred === null).length)
  const counts = (await loadTellerCounts(read, tenantId, [question.id])).get(question.id) ?? []
  const own = counts.find((count) => count.personId === me.personId)
  if ((own?.version ?? 0) !== body.version) refuse('evaluation.ballot.changed', { version: own?.version ?? 0 })
  const other = counts.find((count) => count.personId !== me.personId)
  const version = body.version + 1
  const entered = { figures: JSON.stringify(body.figures), version }
  await tx
    .insertInto('evaluation_meeting_teller_count')
    .values({ tenant_id: tenantId, question_id: question.id, person_id: me.personId, ...entered })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'question_id', 'person_id']).doUpdateSet(entered))
    .execute()
  const outcome = other === undefined ? ('waits' as const) : agree(body.figures, other.figures) ? ('agreed' as const) : ('differs' as const)
  if (outcome === 'agreed') {
    await storeTally(tx, tenantId, question.id, body.figures)
    await settleQuestion(tx, tenantId, question, 'closed', '')
  }
  record({ action: 'evaluation.ballot.counted', subject: { kind: 'question', id: question.id }, data: { outcome } })
  return { version, outcome }
})
