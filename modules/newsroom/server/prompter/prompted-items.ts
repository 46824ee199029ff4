import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { promptedItem } from '../../contract/prompter-routes.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { mediaIn } from '../../domain/media/in-story.ts'
import { approvalLevels } from '../../domain/approval/state.ts'
import type { Leave } from '../../domain/prompter/state.ts'
import { namedBy } from '../people-by-name.ts'
import type { ItemRow } from '../rundown/item-rows.ts'
import { filmLengths } from '../media/film-lengths.ts'
import { readPlaced, type PlacedStory } from '../rundown/placed-stories.ts'
import { durationsOf } from '../rundown/story-times.ts'
import { airFirstOf, readStepsOf, type AirFirst } from '../stories/steps.ts'
import { readVersionsOf } from '../stories/story-row.ts'
import { readFrozenWords, type FrozenWords } from './frozen-words.ts'

/** An item as the prompter gets it. */
export type PromptedItem = z.output<typeof promptedItem>

interface Words {
  readonly leave: Leave
  readonly version: number
  readonly hash: Buffer
  readonly content: ScriptContent | null
  readonly approved: ScriptContent | null
  readonly airFirst: AirFirst | null
}

/** Items as their presenter reads them, in the order given: frozen words where they are frozen, else what stands; nothing of what may not air. */
export async function promptedItems(read: Reader, tenantId: TenantId, date: CalendarDate, items: readonly ItemRow[], now: Date): Promise<PromptedItem[]> {
  const stories = await readPlaced(read, tenantId, items.flatMap((item) => item.storyId ?? []))
  const frozen = await readFrozenWords(read, tenantId, items.flatMap((item) => item.frozenId ?? []))
  const times = await durationsOf(read, tenantId, date, items.filter((item) => item.frozenId === null), stories)
  const placed = items.map((item) => ({
    item,
    story: item.storyId === null ? undefined : stories.get(item.storyId),
    held: item.frozenId === null ? undefined : frozen.get(item.frozenId),
  }))
  const words = await wordsOf(read, tenantId, placed)
  const told = placed.map((one) => ({ ...one, words: words.get(one.item.id) ?? null }))
  const names = await personNames(read, tenantId, told.flatMap(({ item, words }) => [item.readerId, words?.airFirst?.orderedBy ?? null].filter((id) => id !== null)))
  const lengths = await filmLengths(read, tenantId, told.flatMap(({ words }) => shownIn(words)))
  const named = namedBy(names)
  return told.map(({ item, story, held, words }): PromptedItem => {
    const late = words?.airFirst != null && words.airFirst.dueAt < now
    return {
      id: item.id,
      kind: item.kind,
      title: held?.title ?? story?.title ?? item.title,
      stage: item.stage,
      floated: item.floated,
      reader: item.readerId === null ? null : named(item.readerId),
      leave: words?.leave ?? 'plain',
      state: story?.state ?? null,
      version: words?.version ?? null,
      hash: words?.hash.toString('hex') ?? null,
      content: words?.content ?? null,
      cutBlocks: [...(held?.cutBlocks ?? item.cutBlocks)],
      approved: words?.approved ?? null,
      filmMs: held === undefined ? (times.get(item.id)?.filmMs ?? null) : held.filmMs,
      films: Object.fromEntries([...lengths].filter(([id]) => shownIn(words).includes(id))),
      airFirst: words?.airFirst == null ? null : { orderedBy: named(words.airFirst.orderedBy), dueAt: words.airFirst.dueAt.toISOString(), late },
      changedSince: held?.hash != null && story !== undefined && !held.hash.equals(story.hash),
    }
  })
}

function shownIn(words: Words | null): string[] {
  return mediaIn(words?.content?.blocks ?? [])
}

interface Placed {
  readonly item: ItemRow
  readonly story: PlacedStory | undefined
  readonly held: FrozenWords | undefined
}

/** The words of stories that may air, by which leave, and what was approved where they are not that; by item. */
async function wordsOf(read: Reader, tenantId: TenantId, placed: readonly Placed[]): Promise<Map<string, Words>> {
  const left = placed.flatMap(({ item, story, held }) => (story === undefined ? [] : [{ item, story, held, ...leaveOf(story, held) }]))
  const stepsOf = await readStepsOf(read, tenantId, left.flatMap(({ leave, story }) => (leave === 'air_first' ? [story.id] : [])))
  const asked = left.map((one) => {
    const steps = one.leave === 'air_first' ? (stepsOf.get(one.story.id) ?? []) : []
    return { ...one, steps, signed: steps.findLast((step) => step.act === 'approve') }
  })
  const versions = await readVersionsOf(read, tenantId, asked.flatMap(({ story: { id }, held, leave, version, signed }) => [...(held === undefined && leave !== 'none' ? [{ id, version }] : []), ...(signed === undefined ? [] : [{ id, version: signed.version }])]))
  return new Map(
    asked.map(({ item, story, held, leave, version, hash, steps, signed }): [string, Words] => {
      if (leave === 'none') return [item.id, { leave, version, hash, content: null, approved: null, airFirst: null }]
      const said = versions.get(story.id)
      const content = held?.content ?? said?.get(version)?.content
      if (content === undefined) throw new Error(`story ${story.id} has no version ${version}`)
      const approved = signed === undefined || signed.hash.equals(hash) ? null : (said?.get(signed.version)?.content ?? null)
      return [item.id, { leave, version, hash, content, approved, airFirst: leave === 'air_first' ? airFirstOf(steps, hash) : null }]
    }),
  )
}

function leaveOf(story: PlacedStory, held: FrozenWords | undefined): Pick<Words, 'leave' | 'version' | 'hash'> {
  const version = held?.version ?? story.version
  const hash = held?.hash ?? story.hash
  if (held === undefined && !story.approved) return { leave: 'none', version, hash }
  const signed = (story.state === 'approved' && story.hash.equals(hash)) || (held !== undefined && approvalLevels.every((level) => held.levels.includes(level)))
  return { leave: signed ? 'approved' : 'air_first', version, hash }
}
