import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { blankChoice, emptyFigures, leastBallots, type Choice } from '../../domain/ballot.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { conflictsIn } from './conflicts.ts'
import { loadMeetingFile, requireRuns, requireUnderWay } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { requireNoOpenQuestion } from './question-row.ts'

/**
 * Opens a secret ballot (bỏ phiếu kín). Its roll is taken now: whoever votes and is present, less those who leave the room
 * for this item. One ballot at a time, so that nobody votes on what they did not hear.
 */
export const openQuestion = command(ballotRoutes.openQuestion, async ({ params, body, actor, tx, read, today, newId, record }) => {
  const { tenantId } = actor
  await lockMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  requireRuns(file)
  requireUnderWay(file)
  await requireNoOpenQuestion(read, tenantId, file.meeting.id)
  if (body.subjectId !== null) await loadParticipant(read, tenantId, file.campaign.id, body.subjectId)
  const choices = choicesOf(await pinnedRulebook(read, tenantId, file.campaign.rulebook), body.subjectId === null ? body.choices : null)
  const conflict = await conflictsIn(read, tenantId, file.meeting.id, body.subjectId)
  const roll = file.attendees.filter((one) => one.votes && one.present).map((one) => ({ personId: one.personId, barred: conflict(one.personId) }))
  const entitled = roll.filter((voter) => voter.barred === null).length
  if (body.method === 'devices' && entitled < leastBallots) refuse('evaluation.ballot.too-few', { entitled, least: leastBallots })
  if (entitled === 0) refuse('evaluation.ballot.too-few', { entitled, least: 1 })
  const tellers = file.attendees.filter((one) => one.teller && one.present && conflict(one.personId) === null)
  if (body.method === 'tellers' && tellers.length !== 2) refuse('evaluation.ballot.tellers-needed', { tellers: tellers.length })
  const questionId = newId<'question'>()
  const key = { tenant_id: tenantId, question_id: questionId }
  await tx
    .insertInto('evaluation_meeting_question')
    .values({
      tenant_id: tenantId,
      id: questionId,
      meeting_id: file.meeting.id,
      subject_id: body.subjectId,
      title: body.title,
      method: body.method,
      choices: JSON.stringify(choices),
      status: 'open',
      opened_on: today,
    })
    .execute()
  await tx.insertInto('evaluation_meeting_voter').values(roll.map((voter) => ({ ...key, person_id: voter.personId, barred: voter.barred ?? '' }))).execute()
  const { counts, ...empty } = emptyFigures(choices, body.method === 'devices' ? entitled : 0)
  await tx.insertInto('evaluation_meeting_tally').values({ ...key, ...empty, counts: JSON.stringify(counts) }).execute()
  record({ action: 'evaluation.ballot.opened', subject: { kind: 'question', id: questionId }, data: { meetingId: file.meeting.id, subjectId: body.subjectId, method: body.method, entitled } })
  return { questionId, entitled }
})

/** The rulebook's levels, or the question's own choices, which are their own ids; every ballot can be left blank. */
function choicesOf(rulebook: CompiledRulebook, own: readonly string[] | null): Choice[] {
  const listed = own === null ? rulebook.levels.map(({ id, name }) => ({ id, vi: name.vi, en: name.en })) : own.map((label) => ({ id: label, vi: label, en: label }))
  const choices = [...listed, { id: blankChoice, vi: 'Phiếu trắng', en: 'Blank' }]
  if (choices.length < 3 || new Set(choices.map((choice) => choice.id)).size < choices.length) refuse('evaluation.ballot.unknown-choice', { choices: listed.map((choice) => choice.vi) })
  return choices
}
