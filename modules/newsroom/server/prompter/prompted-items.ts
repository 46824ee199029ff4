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
import { airFirstOf, readSteps, type AirFirst, type Step } from '../stories/steps.ts'
import { readVersions } from '../stories/story-row.ts'
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
  const told: { readonly item: ItemRow; readonly story: PlacedStory | undefined; readonly held: FrozenWords | undefined; readonly words: Words | null }[] = []
  for (const item of items) {
    const story = item.storyId === null ? undefined : stories.get(item.storyId)
    const held = item.frozenId === null ? undefined : frozen.get(item.frozenId)
    told.push({ item, story, held, words: story === undefined ? null : await wordsOf(read, tenantId, story, held) })
  }
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

/** The words of a story that may air, by which leave, and what was approved where they are not that. */
async function wordsOf(read: Reader, tenantId: TenantId, story: PlacedStory, held: FrozenWords | undefined): Promise<Words> {
  const version = held?.version ?? story.version
  const hash = held?.hash ?? story.hash
  const signed = (story.state === 'approved' && story.hash.equals(hash)) || (held !== undefined && approvalLevels.every((level) => held.levels.includes(level)))
  if (held === undefined && !story.approved) return { leave: 'none', version, hash, content: null, approved: null, airFirst: null }
  const steps = signed ? [] : await readSteps(read, tenantId, story.id)
  const last = lastApproved(steps)
  const versions = await readVersions(read, tenantId, story.id, [...(held === undefined ? [version] : []), ...(last === undefined ? [] : [last.version])])
  const content = held?.content ?? versions.get(version)?.content
  if (content === undefined) throw new Error(`story ${story.id} has no version ${version}`)
  const approved = last === undefined || last.hash.equals(hash) ? null : (versions.get(last.version)?.content ?? null)
  return { leave: signed ? 'approved' : 'air_first', version, hash, content, approved, airFirst: signed ? null : airFirstOf(steps, hash) }
}

function lastApproved(steps: readonly Step[]): Step | undefined {
  return steps.findLast((step) => step.act === 'approve')
}
