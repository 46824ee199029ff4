import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { beginStory, placeToWrite } from './begin-story.ts'
import { unitsOfDay } from './units-of-day.ts'

/** Begins an empty story. */
export const createStory = command(storyRoutes.createStory, async ({ body, actor, read, tx, now, today, newId, record }) => {
  const place = placeToWrite(actor, await unitsOfDay(read, actor, today))
  const id = newId<'story'>()
  await beginStory(tx, actor, id, place, { ...body, people: [], blocks: [] }, now)
  record({ action: 'newsroom.story.created', subject: { kind: 'story', id } })
  return { id }
})
