import type { PersonId } from '#kernel/id.ts'
import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { likeText } from '../campaigns/list-participants.ts'
import { loadMeetingFile } from './meeting-access.ts'

/** Most names one answer holds; more letters find the others. */
const most = 50

/** Whose levels the meeting discusses, by name and title alone: what an attendee needs to state a conflict of interest. */
export const meetingSubjects = query(meetingRoutes.meetingSubjects, async ({ params, query: asked, actor, read, today }) => {
  const { tenantId } = actor
  const { campaign } = await loadMeetingFile(read, actor, params.meetingId, today)
  let rows = read
    .selectFrom('evaluation_participant as p')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'p.person_id'))
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .where('p.excluded_reason', '=', '')
    .select(['p.person_id', 'p.title', 'x.full_name'])
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
    .limit(most)
  if (asked.search !== undefined && asked.search.trim() !== '') rows = rows.where('x.folded_name', 'like', `%${likeText(asked.search)}%`)
  return { subjects: (await rows.execute()).map((row) => ({ person: { id: row.person_id as PersonId, fullName: row.full_name }, title: row.title })) }
})
