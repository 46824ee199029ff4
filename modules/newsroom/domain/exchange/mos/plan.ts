import { writeXml, type XmlElement } from '../xml.ts'
import { roElementAction } from './element-action.ts'
import { roCreate, roMetadataReplace, roReadyToAir, roReplace, storyElement } from './messages.ts'
import type { MosFullStory, MosRunningOrder, MosStory } from './running-order.ts'
import { roStorySend } from './story-send.ts'

/** A running order as a device should have it: its stories in order, the words of those that may air, and whether it may go on air. */
export interface MosPlan {
  readonly order: MosRunningOrder
  readonly stories: readonly MosStory[]
  readonly texts: readonly MosFullStory[]
  readonly ready: boolean
}

/** Everything of a running order for a device that has none of it, or (`again`) something else under its id. */
export function wholeOrder({ order, stories, texts, ready }: MosPlan, again = false): XmlElement[] {
  return [again ? roReplace(order, stories) : roCreate(order, stories), ...texts.map(roStorySend), roReadyToAir(order.id, ready)]
}

/**
 * Messages that bring a device from what it has to what it should have, the fewest moves of stories: what a device plays is moved,
 * never taken out and put in again.
 */
export function orderChanges(had: MosPlan, wanted: MosPlan): XmlElement[] {
  const { id } = wanted.order
  const head = alike(roMetadataReplace(had.order), roMetadataReplace(wanted.order)) ? [] : [roMetadataReplace(wanted.order)]
  const ready = had.ready === wanted.ready ? [] : [roReadyToAir(id, wanted.ready)]
  // A running order that may no longer air is stopped before it is changed.
  return [...(wanted.ready ? [] : ready), ...head, ...changesOfStories(id, had.stories, wanted.stories), ...textsToSend(had, wanted), ...(wanted.ready ? ready : [])]
}

function changesOfStories(id: string, had: readonly MosStory[], wanted: readonly MosStory[]): XmlElement[] {
  const gone = had.filter((story) => !wanted.some((each) => each.id === story.id)).map((story) => story.id)
  const changes = gone.length === 0 ? [] : [roElementAction(id, { kind: 'delete-stories', storyIds: gone })]
  const kept = had.filter((story) => !gone.includes(story.id))
  const still = longestInOrder(kept.map((story) => wanted.findIndex((each) => each.id === story.id)))
  let before: string | null = null
  for (const [at, story] of [...wanted.entries()].toReversed()) {
    const old = kept.find((each) => each.id === story.id)
    if (old === undefined) changes.push(roElementAction(id, { kind: 'insert-stories', before, stories: [story] }))
    else {
      if (!still.has(at)) changes.push(roElementAction(id, { kind: 'move-stories', before, storyIds: [story.id] }))
      if (!alike(storyElement(old), storyElement(story))) changes.push(roElementAction(id, { kind: 'replace-story', storyId: story.id, stories: [story] }))
    }
    before = story.id
  }
  return changes
}

/** The words of stories that are new, put anew, or say something else now. */
function textsToSend(had: MosPlan, wanted: MosPlan): XmlElement[] {
  return wanted.texts.filter((text) => {
    const [old, oldStory, story] = [had.texts.find(({ id }) => id === text.id), had.stories.find(({ id }) => id === text.id), wanted.stories.find(({ id }) => id === text.id)]
    if (old === undefined || oldStory === undefined || story === undefined) return true
    return !alike(roStorySend(old), roStorySend(text)) || !alike(storyElement(oldStory), storyElement(story))
  }).map(roStorySend)
}

function alike(one: XmlElement, other: XmlElement): boolean {
  return writeXml(one) === writeXml(other)
}

/** The most numbers that stand in rising order already: these need not move. */
function longestInOrder(numbers: readonly number[]): ReadonlySet<number> {
  const runs: (readonly number[])[] = []
  for (const [at, number] of numbers.entries()) {
    let best: readonly number[] = []
    for (let before = 0; before < at; before += 1) {
      const run = runs[before] ?? []
      if ((numbers[before] ?? 0) < number && run.length > best.length) best = run
    }
    runs.push([...best, number])
  }
  return new Set(runs.reduce<readonly number[]>((longest, run) => (run.length > longest.length ? run : longest), []))
}
