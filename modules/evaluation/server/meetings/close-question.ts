import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { endOfBallot } from '../../domain/ballot.ts'
import { loadMeetingFile, requireMeetingStatus, requireRuns } from './meeting-access.ts'
import { holdMeeting } from './meeting-row.ts'
import { loadRolls, lockQuestion } from './question-row.ts'
import { settleQuestion } from './settle-question.ts'

/**
 * Ends a ballot before everybody has voted, with a reason. On devices what is in counts if it is enough to stay secret; on
 * paper an end without two agreeing counts leaves no result.
 */
export const closeQuestion = command(ballotRoutes.closeQuestion, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const question = await lockQuestion(tx, read, tenantId, params.questionId)
  await holdMeeting(tx, tenantId, question.meetingId)
  const file = await loadMeetingFile(read, actor, question.meetingId, today)
  requireRuns(file)
  requireMeetingStatus(file.meeting, 'open')
  if (question.status !== 'open') refuse('evaluation.ballot.settled', { status: question.status })
  if (question.version !== body.version) refuse('evaluation.ballot.changed', { version: question.version })
  const roll = (await loadRolls(read, tenantId, [question.id])).get(question.id) ?? []
  const status = endOfBallot(roll.filter((voter) => voter.voted).length, roll.filter((voter) => voter.barred === null).length, body.reason)
  await settleQuestion(tx, tenantId, question, status, body.reason)
  record({ action: 'evaluation.ballot.ended', subject: { kind: 'question', id: question.id }, data: { status } })
  return { status }
})
