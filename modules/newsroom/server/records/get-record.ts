import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** The old record a story was taken over from, byte for byte as it came. */
export const getRecord = query(recordRoutes.getRecord, async ({ params, actor, read, today, record }) => {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
  const found = await read.selectFrom('newsroom_story_record').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select(['file_name', 'bytes']).executeTakeFirst()
  if (found === undefined) return refuse('platform.not-found')
  record({ action: 'newsroom.record.read', subject: { kind: 'story', id: story.id } })
  return { contentType: 'application/octet-stream', fileName: found.file_name, bytes: found.bytes }
})
