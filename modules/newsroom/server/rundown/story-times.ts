import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { toFraction } from '#kernel/rational.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { blockTimes, cuttableBlocks, estimatedMs, lockedMs, type BlockTime, type Reading } from '../../domain/rundown/durations.ts'
import { filmMsOf, filmStarts, type FilmStart } from '../../domain/media/in-story.ts'
import { defaultPauses, pausesOn, ratesOf, speak, type ReaderRates } from '../../domain/speech/index.ts'
import { dictionaryFor, stationDictionary } from '../desk/own-dictionary.ts'
import { readRates } from '../desk/reader-rows.ts'
import { filmLengths } from '../media/film-lengths.ts'
import { readVersionsOf } from '../stories/story-row.ts'
import type { ItemRow } from './item-rows.ts'
import type { PlacedStory } from './placed-stories.ts'

/** The durations of an item that come from what it says and shows. */
export interface ItemDurations {
  readonly blocks: readonly BlockTime[]
  readonly estimatedMs: number | null
  readonly lockedMs: number | null
  /** The recorded film: as measured by hand, else as its media are. */
  readonly filmMs: number | null
  readonly cuttableBlocks: readonly BlockTime[]
}

interface Timed {
  readonly blocks: readonly BlockTime[]
  readonly films: readonly FilmStart[]
}

/** Reading and speaking a story takes a millisecond and thirty screens ask at once: a version with the same words, reader and dictionary is spoken once. */
const known = new Map<string, Timed>()
const mostKnown = 2000

function printOfRates(rates: ReaderRates): string {
  return Object.entries(rates).map(([kind, rate]) => `${kind}=${toFraction(rate)}`).sort().join()
}

/** Durations of items of a rundown on its day, by item. A story is timed at its reader's rates; plain items only by their film. */
export async function durationsOf(read: Reader, tenantId: TenantId, day: CalendarDate, items: readonly ItemRow[], stories: ReadonlyMap<string, PlacedStory>): Promise<Map<string, ItemDurations>> {
  const told = items.flatMap((item) => {
    const story = item.storyId === null ? undefined : stories.get(item.storyId)
    return story === undefined ? [] : [{ item, story }]
  })
  const rates = await ratesByReader(read, tenantId, told.flatMap(({ item }) => (item.readerId === null ? [] : [item.readerId])))
  const { print, dictionary } = await stationDictionary(read, tenantId)
  const pauses = pausesOn(defaultPauses, day)
  const asked = told.map(({ item, story }) => {
    const own = (item.readerId === null ? undefined : rates.get(item.readerId)) ?? {}
    const key = [story.id, story.version, story.hash.toString('base64'), printOfRates(own), pauses.from, print].join('|')
    return { item, story, own, key, before: known.get(key) }
  })
  const words = await readVersionsOf(read, tenantId, asked.flatMap(({ before, story }) => (before === undefined ? [story] : [])))
  const timed = new Map<string, Timed>()
  for (const { item, story, own, key, before } of asked) {
    // Another that asked meanwhile may have spoken it.
    const time = before ?? known.get(key) ?? timeWords(words.get(story.id)?.get(story.version)?.content, { said: (text) => speak(text, dictionary), rates: own, pauses })
    remember(key, time)
    timed.set(item.id, time)
  }
  const lengths = await filmLengths(read, tenantId, [...timed.values()].flatMap(({ films: starts }) => starts.flatMap(({ mediaId }) => mediaId ?? [])))
  return new Map(items.map((item) => [item.id, durationsFrom(item, timed.get(item.id), lengths)]))
}

/** How a reader's words become time on a day. */
export async function readingFor(read: Reader, tenantId: TenantId, day: CalendarDate, readerId: PersonId): Promise<Reading> {
  const dictionary = await dictionaryFor(read, tenantId)
  return { said: (text) => speak(text, dictionary), rates: ratesOf(await readRates(read, tenantId, [readerId])), pauses: pausesOn(defaultPauses, day) }
}

function durationsFrom(item: ItemRow, timed: Timed | undefined, lengths: ReadonlyMap<string, number>): ItemDurations {
  if (timed === undefined) return { blocks: [], estimatedMs: null, lockedMs: item.filmMs, filmMs: item.filmMs, cuttableBlocks: [] }
  const { blocks, films } = timed
  const filmMs = item.filmMs ?? filmMsOf(films.filter(({ blockId }) => !item.cutBlocks.includes(blockId)), lengths)
  return { blocks, filmMs, estimatedMs: estimatedMs(blocks, item.cutBlocks), lockedMs: lockedMs(blocks, item.cutBlocks, filmMs), cuttableBlocks: cuttableBlocks(blocks, item.cutBlocks, filmMs) }
}

async function ratesByReader(read: Reader, tenantId: TenantId, readers: readonly PersonId[]): Promise<Map<PersonId, ReaderRates>> {
  const kept = await readRates(read, tenantId, [...new Set(readers)])
  return new Map([...new Set(readers)].map((id) => [id, ratesOf(kept.filter((rate) => rate.personId === id))]))
}

function timeWords(content: ScriptContent | undefined, reading: Reading): Timed {
  return content === undefined ? { blocks: [], films: [] } : { blocks: blockTimes(content.blocks, reading), films: filmStarts(content.blocks) }
}

function remember(key: string, time: Timed): void {
  known.delete(key)
  known.set(key, time)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
}
