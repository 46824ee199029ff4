import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { airingsOf } from '../archive/story-airings.ts'
import { readStoryDesk } from '../desk/story-desk.ts'
import type { StoryId } from '../stories/story-row.ts'

/** Who reads a story, and what of it is not read: captions follow both. */
export interface CaptionPlace {
  readonly readerId: PersonId | null
  readonly cutBlocks: readonly string[]
}

/** As it last aired; before that as the latest rundown has it; the story's own reader where nobody is named there. */
export async function captionPlace(read: Reader, tenantId: TenantId, storyId: StoryId): Promise<CaptionPlace> {
  const { readerId } = await readStoryDesk(read, tenantId, { id: storyId })
  const place = (await airedPlace(read, tenantId, storyId)) ?? (await plannedPlace(read, tenantId, storyId))
  return { readerId: (place?.reader_id as PersonId | null | undefined) ?? readerId, cutBlocks: place?.cut_blocks ?? [] }
}

async function airedPlace(read: Reader, tenantId: TenantId, storyId: StoryId) {
  const last = (await airingsOf(read, tenantId, storyId)).at(-1)
  if (last === undefined) return undefined
  const { cut_blocks } = await read.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', tenantId).where('id', '=', last.frozenId).select('cut_blocks').executeTakeFirstOrThrow()
  return { reader_id: last.readerId, cut_blocks }
}

function plannedPlace(read: Reader, tenantId: TenantId, storyId: StoryId) {
  return read
    .selectFrom('newsroom_rundown_item as i')
    .innerJoin('newsroom_rundown as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'i.rundown_id'))
    .where('i.tenant_id', '=', tenantId)
    .where('i.story_id', '=', storyId)
    .where('i.floated', '=', false)
    .select(['i.reader_id', 'i.cut_blocks'])
    .orderBy('r.on_date', 'desc')
    .orderBy('r.start_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
}
