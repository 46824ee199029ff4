import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { hasAired } from '../../domain/approval/state.ts'
import { correctionState } from '../../domain/correction/notice.ts'
import type { CorrectionId } from '../correction/correction-row.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { namedBy } from '../people-by-name.ts'
import { readSteps } from '../stories/steps.ts'
import { readStory, type StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { answersFor } from './answers-for.ts'
import { airingsOf, keptOf } from './story-airings.ts'

/** Sau khi phát: when a story aired, until when it is kept, what was corrected, and what may be done. */
export const getAfterAir = query(archiveRoutes.getAfterAir, async ({ params, actor, read, today }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const aired = hasAired(story.air)
  const airings = await airingsOf(read, tenantId, story.id)
  const archived = await read.selectFrom('newsroom_archive').where('tenant_id', '=', tenantId).where('story_id', '=', story.id).select(['archived_at', 'archived_by']).executeTakeFirst()
  const corrections = await read
    .selectFrom('newsroom_correction as c')
    .leftJoin('newsroom_story as n', (join) => join.on('n.tenant_id', '=', tenantId).onRef('n.id', '=', 'c.notice_story_id'))
    .where('c.tenant_id', '=', tenantId)
    .where('c.story_id', '=', story.id)
    .select(['c.id', 'c.issued_at', 'c.received_on', 'n.air'])
    .orderBy('c.received_on')
    .orderBy('c.id')
    .execute()
  const notice = await read
    .selectFrom('newsroom_correction as c')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'c.story_id'))
    .where('c.tenant_id', '=', tenantId)
    .where('c.notice_story_id', '=', story.id)
    .select(['c.id', 's.id as story_id', 's.title'])
    .executeTakeFirst()
  const kept = aired ? keptOf(airings, story.changedAt) : null
  const named = namedBy(await personNames(read, tenantId, archived === undefined ? [] : [archived.archived_by as PersonId]))
  const answers = answersFor(actor, day, story.unitId) && actor.personId !== null
  const keeps = keepsDesk(actor, day, story.unitId)
  const fresh = story.air === 'none' && (story.rights.has('author') || keeps) && (await readSteps(read, tenantId, story.id)).length === 0
  return {
    airings: airings.map(({ id, programme, column, startedAt }) => ({ id, programme, column, startedAt: startedAt.toISOString() })),
    archived: archived === undefined ? null : { at: archived.archived_at.toISOString(), by: named(archived.archived_by) },
    kept: kept === null ? null : { ...kept, over: kept.until < today },
    corrections: corrections.map((row) => ({ id: row.id as CorrectionId, state: correctionState(row.issued_at !== null, row.air === 'aired' || row.air === 'archived'), receivedOn: row.received_on as CalendarDate })),
    noticeOf: notice === undefined ? null : { id: notice.id as CorrectionId, story: { id: notice.story_id as StoryId, title: notice.title } },
    can: { archive: story.air === 'aired' && airings.length > 0 && keeps && actor.personId !== null, correct: airings.length > 0 && answers, pack: airings.length > 0 && answers, remove: fresh },
  }
})
