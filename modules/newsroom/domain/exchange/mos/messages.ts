import { element, optional, writeXml, type XmlElement } from '../xml.ts'
import { cutText, longestPath } from './cut-text.ts'
import type { MosItem, MosMetadata, MosRunningOrder, MosStory } from './running-order.ts'

/** Who talks to whom, and the number of the message: 1 to 2 147 483 647. */
export interface MosEnvelope {
  readonly mosId: string
  readonly ncsId: string
  readonly messageId: number
}

/** A message as it goes over the wire. Tags stand in the order of the MOS protocol 2.8.5, which its licence forbids to change. */
export function mosMessage({ mosId, ncsId, messageId }: MosEnvelope, body: XmlElement): string {
  return writeXml(element('mos', {}, named('mosID', mosId), named('ncsID', ncsId), element('messageID', {}, messageId), body))
}

/** Creates a running order with its stories. */
export function roCreate(order: MosRunningOrder, stories: readonly MosStory[]): XmlElement {
  return element('roCreate', {}, ...headOf(order), ...stories.map(storyElement))
}

/** Puts a running order and its stories in the place of an older one. */
export function roReplace(order: MosRunningOrder, stories: readonly MosStory[]): XmlElement {
  return element('roReplace', {}, ...headOf(order), ...stories.map(storyElement))
}

/** Changes what is said about a running order; its stories stay. */
export function roMetadataReplace(order: MosRunningOrder): XmlElement {
  return element('roMetadataReplace', {}, ...headOf(order))
}

export function roDelete(runningOrderId: string): XmlElement {
  return element('roDelete', {}, named('roID', runningOrderId))
}

/** Says that a running order may go on air (sẵn sàng phát), or no longer. */
export function roReadyToAir(runningOrderId: string, ready: boolean): XmlElement {
  return element('roReadyToAir', {}, named('roID', runningOrderId), element('roAir', {}, ready ? 'READY' : 'NOT READY'))
}

/** Says that one is there; `at` is UTC. */
export function heartbeat(at: string): XmlElement {
  return element('heartbeat', {}, element('time', {}, at))
}

/** An id, a slug: cut where MOS ends them. */
export function named(tag: string, text: string): XmlElement {
  return element(tag, {}, cutText(text))
}

function maybeNamed(tag: string, text: string | null): XmlElement | null {
  return text === null || text === '' ? null : named(tag, text)
}

function headOf(order: MosRunningOrder): (XmlElement | null)[] {
  return [
    named('roID', order.id),
    named('roSlug', order.slug),
    maybeNamed('roChannel', order.channel),
    optional('roEdStart', order.start),
    order.durationSeconds === null ? null : element('roEdDur', {}, clock(order.durationSeconds)),
    optional('roTrigger', order.trigger),
    maybeNamed('macroIn', order.macroIn),
    maybeNamed('macroOut', order.macroOut),
    ...order.metadata.map(metadataElement),
  ]
}

/** `1200` seconds → `00:20:00`. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** A story in a running order, without its words. */
export function storyElement({ id, slug, number, metadata, items }: MosStory): XmlElement {
  return element('story', {}, named('storyID', id), maybeNamed('storySlug', slug), maybeNamed('storyNum', number), ...metadata.map(metadataElement), ...items.map((item) => itemElement(item)))
}

/** An item, in a running order (`item`) or among the words of a story (`storyItem`). */
export function itemElement(item: MosItem, tag: 'item' | 'storyItem' = 'item'): XmlElement {
  return element(
    tag,
    {},
    named('itemID', item.id),
    maybeNamed('itemSlug', item.slug),
    named('objID', item.objectId),
    named('mosID', item.mosId),
    optional('mosAbstract', item.abstract),
    item.paths.length === 0 ? null : element('objPaths', {}, ...item.paths.map(({ kind, description, target }) => element(kind, { techDescription: cutText(description) }, cutText(target, longestPath)))),
    maybeNamed('itemChannel', item.channel),
    optional('itemEdStart', item.editorialStart),
    optional('itemEdDur', item.editorialDuration),
    optional('itemUserTimingDur', item.userTimingDuration),
    optional('itemTrigger', item.trigger),
    maybeNamed('macroIn', item.macroIn),
    maybeNamed('macroOut', item.macroOut),
    ...item.metadata.map(metadataElement),
  )
}

export function metadataElement({ scope, schema, payload }: MosMetadata): XmlElement {
  return element('mosExternalMetadata', {}, element('mosScope', {}, scope), element('mosSchema', {}, schema), element('mosPayload', {}, ...payload))
}
