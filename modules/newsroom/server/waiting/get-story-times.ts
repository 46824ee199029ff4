import { query } from '#platform/http/handler.ts'
import { waitingRoutes } from '../../contract/waiting-routes.ts'
import { lengthOf, timeByPlace } from '../../domain/waiting/durations.ts'
import { waitingPlaces } from '../../domain/waiting/stretches.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { stretchesOfStories } from './story-pasts.ts'

/** Where the time of one story went (thời gian đi đâu). */
export const getStoryTimes = query(waitingRoutes.getStoryTimes, async ({ params, actor, read, now, today }) => {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
  const stretches = (await stretchesOfStories(read, actor.tenantId, [story.id])).get(story.id) ?? []
  const totals = timeByPlace(stretches, now)
  return {
    stretches: stretches.map((stretch) => ({ place: stretch.place, from: stretch.from.toISOString(), to: stretch.to?.toISOString() ?? null, ms: lengthOf(stretch, now) })),
    totals: waitingPlaces.filter((place) => totals[place] > 0).map((place) => ({ place, ms: totals[place] })),
  }
})
