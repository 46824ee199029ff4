import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { toFraction } from '#kernel/rational.ts'
import type { Reader } from '#platform/db/database.ts'
import { blockTimes, cuttableBlocks, estimatedMs, lockedMs, type BlockTime, type Reading } from '../../domain/rundown/durations.ts'
import { filmMsOf, filmStarts, type FilmStart } from '../../domain/media/in-story.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn, ratesOf, speak, type Dictionary, type ReaderRates } from '../../domain/speech/index.ts'
import { ownEntries, type OwnEntry } from '../desk/own-dictionary.ts'
import { readRates } from '../desk/reader-rows.ts'
import { filmLengths } from '../media/film-lengths.ts'
import { readVersions } from '../stories/story-row.ts'
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

/** Speaking a story takes milliseconds and thirty screens ask at once; a version with the same words, reader and dictionary is spoken once. */
const known = new Map<string, Timed>()
const mostKnown = 2000
let lastDictionary: { readonly print: string; readonly dictionary: Dictionary } | undefined

function dictionaryFrom(entries: readonly OwnEntry[]): { readonly print: string; readonly dictionary: Dictionary } {
  const print = JSON.stringify(entries)
  if (lastDictionary?.print !== print) lastDictionary = { print, dictionary: dictionaryOf(defaultDictionary, entries) }
  return lastDictionary
}

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
  const { print, dictionary } = dictionaryFrom(await ownEntries(read, tenantId))
  const pauses = pausesOn(defaultPauses, day)
  const timed = new Map<string, Timed>()
  for (const { item, story } of told) {
    const own = (item.readerId === null ? undefined : rates.get(item.readerId)) ?? {}
    const key = [story.id, story.version, story.hash.toString('hex'), printOfRates(own), pauses.from, print].join('|')
    const time = known.get(key) ?? (await timeStory(read, tenantId, story, { said: (text) => speak(text, dictionary), rates: own, pauses }))
    remember(key, time)
    timed.set(item.id, time)
  }
  const lengths = await filmLengths(read, tenantId, [...timed.values()].flatMap(({ films: starts }) => starts.flatMap(({ mediaId }) => mediaId ?? [])))
  return new Map(items.map((item) => [item.id, durationsFrom(item, timed.get(item.id), lengths)]))
}

/** How a reader's words become time on a day. */
export async function readingFor(read: Reader, tenantId: TenantId, day: CalendarDate, readerId: PersonId): Promise<Reading> {
  const { dictionary } = dictionaryFrom(await ownEntries(read, tenantId))
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

async function timeStory(read: Reader, tenantId: TenantId, story: PlacedStory, reading: Reading): Promise<Timed> {
  const content = (await readVersions(read, tenantId, story.id, [story.version])).get(story.version)?.content
  return content === undefined ? { blocks: [], films: [] } : { blocks: blockTimes(content.blocks, reading), films: filmStarts(content.blocks) }
}

function remember(key: string, time: Timed): void {
  known.delete(key)
  known.set(key, time)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
}
