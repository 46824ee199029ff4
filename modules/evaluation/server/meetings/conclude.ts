import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { decideSeveral } from '../results/decide-several.ts'
import { conflictsOf } from './conflicts.ts'
import { loadMeetingFile, requireUnderWay } from './meeting-access.ts'
import { holdMeeting } from './meeting-row.ts'
import { loadProposals } from './proposals.ts'

/**
 * The authority makes the meeting's conclusions its decisions (article 10.2): each at the level proposed, with its reason, or
 * at the provisional one. Nothing is made known before the campaign is published.
 */
export const conclude = command(meetingRoutes.conclude, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  await holdMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  if (!file.decides) refuse('platform.not-found')
  requireUnderWay(file)
  const proposals = await loadProposals(read, tenantId, file.meeting.id)
  const conflict = await conflictsOf(read, tenantId, file.meeting.id, actor.personId)
  const decided = new Map<PersonId, { level: string; reason: string }>()
  for (const { personId, proposalVersion } of body.results) {
    const proposal = proposals.get(personId)
    if ((proposal?.version ?? 0) !== proposalVersion) refuse('evaluation.meeting.changed', { personId, version: proposal?.version ?? 0 })
    const cause = conflict(personId)
    if (cause !== null) refuse('evaluation.meeting.conflict', { cause })
    if (proposal !== undefined) decided.set(personId, { level: proposal.level, reason: proposal.reason })
  }
  const results = await decideSeveral(tx, read, actor, file.campaign.id, body.results, decided, now)
  record({ action: 'evaluation.meeting.concluded', subject: { kind: 'meeting', id: file.meeting.id }, data: { results } })
  return { decided: results.length }
})
