import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { namedBy } from '../people-by-name.ts'
import { readStory, readVersions } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** What a story said in one version. */
export const getStoryVersion = query(storyRoutes.getStoryVersion, async ({ params, actor, read, today }) => {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
  const found = (await readVersions(read, actor.tenantId, story.id, [params.version])).get(params.version)
  if (found === undefined) return refuse('platform.not-found')
  const named = namedBy(await personNames(read, actor.tenantId, [found.savedBy]))
  return {
    version: found.version,
    hash: found.hash.toString('hex'),
    savedBy: named(found.savedBy),
    savedAt: found.savedAt.toISOString(),
    content: found.content,
  }
})
