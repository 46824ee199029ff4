import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { mustSayWholeNotice } from '../correction/notice-story.ts'
import { approvalsOf, readSteps, wordsOf } from '../stories/steps.ts'
import { readVersions, type StoryId } from '../stories/story-row.ts'
import type { ItemRow } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import type { RundownRow } from './rundown-row.ts'
import { durationsOf } from './story-times.ts'

/** An approval that covered frozen words. */
export interface FrozenApproval {
  readonly level: string
  readonly version: number
  readonly personId: PersonId
}

/** What a frozen item says of its story. */
interface FrozenWords {
  readonly story_id: string
  readonly version: number
  readonly hash: Buffer
  readonly content: string
}

/**
 * Freezes an item (đóng băng) as it is now: exactly these words, who approved them, reader and durations. What is done to the story afterwards changes
 * nothing of it. Answers the hash of the words, null for an item without. Refused for a story that may not air, and for a notice of a correction that does not say
 * all it must.
 */
export async function freeze(tx: Tx<'newsroom'>, read: Reader, actor: Actor, rundown: RundownRow, item: ItemRow, by: { readonly personId: PersonId; readonly now: Date; readonly frozenId: string }): Promise<string | null> {
  const { tenantId } = actor
  const stories = await readPlaced(read, tenantId, item.storyId === null ? [] : [item.storyId])
  await mustSayWholeNotice(read, tenantId, [item])
  const told = item.storyId === null ? null : await wordsToFreeze(read, actor, item.storyId, stories)
  const times = (await durationsOf(read, tenantId, rundown.date, [item], stories)).get(item.id)
  await tx
    .insertInto('newsroom_rundown_frozen')
    .values({
      tenant_id: tenantId,
      id: by.frozenId,
      rundown_id: rundown.id,
      item_id: item.id,
      ...told?.words,
      approvals: JSON.stringify(told?.approvals ?? []),
      kind: item.kind,
      title: told?.title ?? item.title,
      cut_blocks: [...item.cutBlocks],
      reader_id: item.readerId,
      planned_ms: item.plannedMs,
      estimated_ms: times?.estimatedMs ?? null,
      locked_ms: times?.lockedMs ?? null,
      film_ms: times?.filmMs ?? null,
      frozen_by: by.personId,
      frozen_at: by.now,
    })
    .execute()
  await tx
    .updateTable('newsroom_rundown_item')
    .set({ stage: 'next', frozen_id: by.frozenId, revision: item.revision + 1, changed_by: by.personId, changed_at: by.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', item.id)
    .execute()
  return told?.words.hash.toString('hex') ?? null
}

async function wordsToFreeze(read: Reader, { tenantId }: Actor, storyId: StoryId, stories: Awaited<ReturnType<typeof readPlaced>>): Promise<{ readonly title: string; readonly words: FrozenWords; readonly approvals: readonly FrozenApproval[] }> {
  const story = stories.get(storyId) ?? refuse('newsroom.rundown.no-such-item')
  if (!story.approved) return refuse('newsroom.rundown.not-approved', { titles: [story.title] })
  const present = (await readVersions(read, tenantId, story.id, [story.version])).get(story.version)
  if (present === undefined) throw new Error(`story ${story.id} has no version ${story.version}`)
  const approvals = await approvalsOf(read, tenantId, story.id, await readSteps(read, tenantId, story.id), wordsOf(present))
  return {
    title: story.title,
    words: { story_id: story.id, version: story.version, hash: present.hash, content: JSON.stringify(present.content) },
    approvals: approvals.filter(({ stands }) => stands).map(({ level, version, personId }) => ({ level, version, personId })),
  }
}

/** An item goes back to waiting: it may be moved and changed again, and is frozen anew when it is next. */
export async function thaw(tx: Tx<'newsroom'>, actor: Actor, item: ItemRow, personId: PersonId, now: Date): Promise<void> {
  await tx
    .updateTable('newsroom_rundown_item')
    .set({ stage: 'waiting', frozen_id: null, revision: item.revision + 1, changed_by: personId, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', item.id)
    .execute()
}

