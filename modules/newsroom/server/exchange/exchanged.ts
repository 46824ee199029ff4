import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ExchangedStory } from '../../domain/exchange/index.ts'
import { readStoryDesk } from '../desk/story-desk.ts'
import { presentVersion, readStory, type StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** The present words of a story the actor may read, as they leave the newsroom. */
export async function exchangedStory(read: Reader, actor: Actor, today: CalendarDate, id: StoryId): Promise<ExchangedStory & { readonly id: StoryId }> {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), id)
  const present = await presentVersion(read, actor.tenantId, story)
  const names = await personNames(read, actor.tenantId, [story.authorId])
  const { name: provider } = await read.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
  const { created_at: created } = await read.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).select('created_at').executeTakeFirstOrThrow()
  const { slug } = await readStoryDesk(read, actor.tenantId, story)
  return {
    id: story.id,
    version: story.version,
    firstCreated: created.toISOString(),
    versionCreated: present.savedAt.toISOString(),
    approvedToAir: story.state === 'approved',
    provider,
    author: names.get(story.authorId)?.fullName ?? null,
    slug,
    hash: present.hash.toString('hex'),
    content: present.content,
  }
}

/** What the ledger keeps of a story that left: which words, as what. */
export function exportEntry({ id, version, hash, approvedToAir }: ExchangedStory & { readonly id: StoryId }, format: 'ninjs' | 'newsml' | 'captions') {
  return { action: 'newsroom.story.exported', subject: { kind: 'story', id }, data: { format, version, hash, approvedToAir } } as const
}
