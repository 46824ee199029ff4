import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { endOfBallot, withBallot } from '../../domain/ballot.ts'
import { holdMeeting } from './meeting-row.ts'
import { loadMeetingFile, requireMeetingStatus } from './meeting-access.ts'
import { loadRolls, loadTallies, lockQuestion } from './question-row.ts'
import { settleQuestion, storeTally } from './settle-question.ts'

/**
 * Takes a ballot, once. It is added to the total, all choices of which are one row, and the roll notes the day. Neither the
 * answer nor the ledger holds the choice, nor anything it could be found from. The last ballot ends the vote.
 */
export const castBallot = command(ballotRoutes.castBallot, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const question = await lockQuestion(tx, read, tenantId, params.questionId)
  await holdMeeting(tx, tenantId, question.meetingId)
  const file = await loadMeetingFile(read, actor, question.meetingId, today)
  const roll = (await loadRolls(read, tenantId, [question.id])).get(question.id) ?? []
  const own = roll.find((voter) => voter.personId === actor.personId)
  if (own === undefined || question.method !== 'devices') return refuse('platform.not-found')
  if (own.barred !== null) refuse('evaluation.meeting.conflict', { cause: own.barred })
  requireMeetingStatus(file.meeting, 'open')
  if (own.voted) refuse('evaluation.ballot.already-voted')
  if (question.status !== 'open') refuse('evaluation.ballot.settled', { status: question.status })
  const tally = (await loadTallies(read, tenantId, [question.id])).get(question.id)
  if (tally === undefined) throw new Error('ballot without a tally')
  await storeTally(tx, tenantId, question.id, withBallot(tally, question.choices, body.choice))
  await tx
    .updateTable('evaluation_meeting_voter')
    .set({ voted_on: today })
    .where('tenant_id', '=', tenantId)
    .where('question_id', '=', question.id)
    .where('person_id', '=', own.personId)
    .execute()
  const entitled = roll.filter((voter) => voter.barred === null).length
  const voted = roll.filter((voter) => voter.voted).length + 1
  if (voted === entitled) await settleQuestion(tx, tenantId, question, endOfBallot(voted, entitled, ''), '')
  record({ action: 'evaluation.ballot.cast', subject: { kind: 'question', id: question.id } })
  return { voted: true as const }
})
