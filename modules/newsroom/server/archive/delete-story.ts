import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { hasAired } from '../../domain/approval/state.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { readSteps } from '../stories/steps.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { airingsOf, keptOf } from './story-airings.ts'
import { removeStories } from './remove-stories.ts'

/** Deletes a draft that nobody else has looked at. What aired is kept by the law of its day, and afterwards leaves only by a proposal of two persons. */
export const deleteStory = command(archiveRoutes.deleteStory, async ({ params, actor, read, tx, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (!story.rights.has('author') && !keepsDesk(actor, day, story.unitId)) refuse('platform.not-found')
  if (hasAired(story.air)) {
    const kept = keptOf(await airingsOf(read, actor.tenantId, story.id), story.changedAt)
    if (kept !== null && kept.until >= today) refuse('newsroom.archive.kept', { until: kept.until, rule: kept.text, confidence: kept.confidence })
    refuse('newsroom.archive.by-proposal')
  }
  if (story.air !== 'none' || (await readSteps(read, actor.tenantId, story.id)).length > 0) refuse('newsroom.archive.submitted')
  await removeStories(tx, actor.tenantId, [story.id])
  record({ action: 'newsroom.story.deleted', subject: { kind: 'story', id: story.id }, about: [story.authorId] })
  return {}
})
