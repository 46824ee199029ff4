import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import { addDays, daysBetween, midnight } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { waitingRoutes } from '../../contract/waiting-routes.ts'
import { stageOf, type AirState, type StoryState } from '../../domain/approval/state.ts'
import { placeTimes, timeByPlace } from '../../domain/waiting/durations.ts'
import { waitingPlaces } from '../../domain/waiting/stretches.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { stretchesOfStories } from './story-pasts.ts'

const mostDays = 92
const mostSlow = 10
/** Rights of those who answer for how long stories wait: the levels that approve, and the desk. */
const answering = ['newsroom:review', 'newsroom:approve', 'newsroom:desk'] as const

/** How long stories stayed at each place in a period, and which were the slowest. */
export const getWaiting = query(waitingRoutes.getWaiting, async ({ query: { from, to }, actor, read, now, today }) => {
  if (!answering.some((right) => holds(actor, right))) refuse('platform.not-found')
  if (to < from || daysBetween(from, to) >= mostDays) refuse('newsroom.waiting.period', { days: mostDays })
  const { readable } = await unitsOfDay(read, actor, today)
  const end = midnight(addDays(to, 1))
  const period = { from: midnight(from), until: end < now ? end : now }
  // What was touched since the period began, and what still waits.
  let rows = read
    .selectFrom('newsroom_story')
    .where('tenant_id', '=', actor.tenantId)
    .where('created_at', '<', period.until)
    .where((one) => one.or([one('changed_at', '>=', period.from), one.and([one('state', '!=', 'approved'), one('air', 'in', ['none', 'placed'])])]))
    .select(['id', 'title', 'state', 'air', 'author_id'])
  if (readable !== null) rows = rows.where(sql<boolean>`unit_id = any(${readable}::uuid[])`)
  const stories = new Map((await rows.execute()).map((row) => [row.id as StoryId, row]))
  const pasts = [...(await stretchesOfStories(read, actor.tenantId, [...stories.keys()]))].map(([storyId, stretches]) => ({ storyId, stretches }))
  const within = pasts.map(({ storyId, stretches }) => ({ storyId, stretches: stretches.filter((each) => each.from < period.until && (each.to === null || each.to >= period.from)).map((each) => (each.to !== null && each.to > period.until ? { ...each, to: null } : each)) })).filter(({ stretches }) => stretches.length > 0)
  const titled = (found: { readonly storyId: StoryId; readonly length: number } | null) => found && { story: { id: found.storyId, title: stories.get(found.storyId)?.title ?? '' }, ms: found.length }
  // From its first being handed in on: a draft somebody left lying is not slow, nobody waits for it.
  const slowest = within
    .map(({ storyId, stretches }) => {
      const totals = timeByPlace(stretches, period.until)
      return { storyId, totals, ms: waitingPlaces.reduce((sum, place) => (place === 'draft' ? sum : sum + totals[place]), 0) }
    })
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, mostSlow)
  const names = await personNames(read, actor.tenantId, slowest.flatMap(({ storyId }) => (stories.get(storyId)?.author_id as PersonId | undefined) ?? []))
  return {
    stories: within.length,
    places: placeTimes(within, period).map(({ median, longest, longestWaiting, ...counts }) => ({ ...counts, medianMs: median, longest: titled(longest), longestWaiting: titled(longestWaiting) })),
    slowest: slowest.flatMap(({ storyId, totals, ms }) => {
      const story = stories.get(storyId)
      if (story === undefined) return []
      const stage = stageOf(story.state as StoryState, story.air as AirState)
      return [{ id: storyId, title: story.title, stage, author: names.get(story.author_id as PersonId)?.fullName ?? '', ms, totals: waitingPlaces.filter((place) => totals[place] > 0).map((place) => ({ place, ms: totals[place] })) }]
    }),
  }
})
