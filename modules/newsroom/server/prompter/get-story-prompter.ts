import type { PersonId } from '#kernel/id.ts'
import { query } from '#platform/http/handler.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { ownEntries } from '../desk/own-dictionary.ts'
import type { ItemId, ItemRow } from '../rundown/item-rows.ts'
import { presentVersion, readStory, type StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { promptedItems } from './prompted-items.ts'

/** What the presenter reads of one story, without a rundown: recorded in the booth, or tried before air. */
export const getStoryPrompter = query(prompterRoutes.getStoryPrompter, async ({ params, actor, read, now, today }) => {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
  const { content } = await presentVersion(read, actor.tenantId, story)
  return {
    title: content.title,
    items: await promptedItems(read, actor.tenantId, today, [alone(story.id, content.title, story.authorId)], now),
    dictionary: await ownEntries(read, actor.tenantId),
    can: { control: false },
  }
})

function alone(storyId: StoryId, title: string, changedBy: PersonId): ItemRow {
  const id = storyId as string as ItemId
  const untimed = { plannedMs: null, filmMs: null, fixedStartMs: null, startedAt: null, endedAt: null }
  return { id, storyId, title, kind: 'story', orderKey: '', readerId: null, floated: false, cuttable: false, cutBlocks: [], stage: 'waiting', frozenId: null, revision: 1, changedBy, ...untimed }
}
