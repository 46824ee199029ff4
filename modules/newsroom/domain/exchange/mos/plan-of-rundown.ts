import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { ItemKind } from '../../rundown/state.ts'
import { storyUrn, type ExchangedStory } from '../exchanged-story.ts'
import { element } from '../xml.ts'
import type { MosPlan } from './plan.ts'
import type { MosFullStory, MosStory } from './running-order.ts'
import { itemsOfScript, slugOf, storyOfScript, type MosDevices } from './story-of-script.ts'

/** A rundown (khung chương trình) as far as a device needs it; floated items are not in it. */
export interface SentRundown {
  readonly id: string
  readonly name: string
  readonly date: CalendarDate
  /** Milliseconds after the midnight in Vietnam of its day. */
  readonly startMs: number
  readonly outMs: number | null
  readonly ready: boolean
  readonly items: readonly SentItem[]
}

/** One item; its words without the blocks that are cut. */
export interface SentItem {
  readonly id: string
  readonly kind: ItemKind
  readonly title: string
  readonly story: ExchangedStory | null
  readonly presenter: string | null
}

const storySchema = 'urn:thuocdo:mos:item:1'

/** A rundown as a running order. Items are its stories, by the item's id: one story may stand in it twice. Words leave only when they may air. */
export function planOfRundown(rundown: SentRundown, devices: MosDevices): MosPlan {
  return {
    order: {
      id: rundown.id,
      slug: rundown.name,
      channel: null,
      start: `${rundown.date}T${clock(rundown.startMs)}+07:00`,
      durationSeconds: rundown.outMs === null ? null : (rundown.outMs - rundown.startMs) / 1000,
      trigger: null,
      macroIn: null,
      macroOut: null,
      metadata: [],
    },
    stories: rundown.items.map((item) => storyOf(item, devices)),
    texts: rundown.items.flatMap((item) => textOf(rundown.id, item, devices)),
    ready: rundown.ready,
  }
}

function storyOf({ id, kind, title, story }: SentItem, devices: MosDevices): MosStory {
  const payload = [element('kind', {}, kind), ...(story === null ? [] : [element('story', {}, storyUrn(story.id))])]
  // No number: it would be the place, and with every place that shifts all stories behind it would count as changed.
  return { id, slug: story === null ? title : slugOf(story.content), number: null, metadata: [{ scope: 'STORY', schema: storySchema, payload }], items: story?.approvedToAir === true ? itemsOfScript(story.content, devices) : [] }
}

function textOf(runningOrderId: string, { id, story, presenter }: SentItem, devices: MosDevices): MosFullStory[] {
  if (story?.approvedToAir !== true) return []
  return [{ ...storyOfScript(story, { runningOrderId, number: null, presenter, presenterRate: null }, devices), id }]
}

function clock(ms: number): string {
  return [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
