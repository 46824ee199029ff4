import type { Block } from '../../story/block.ts'
import type { ScriptContent } from '../../approval/content.ts'
import { labelOf, personOf, type ExchangedStory } from '../exchanged-story.ts'
import { element, optional } from '../xml.ts'
import type { MosBodyPart, MosFullStory, MosItem, MosMetadata } from './running-order.ts'

/** The devices that play films and show graphics, by their MOS ids. */
export interface MosDevices {
  readonly films: string
  readonly graphics: string
}

/** Payloads of ours, in the place MOS gives them. */
const storySchema = 'urn:thuocdo:mos:story:1'
const superSchema = 'urn:thuocdo:mos:super:1'

/** The items of a script in their order: films from where they start, name supers, graphics. Their ids are those of the blocks. */
export function itemsOfScript(content: ScriptContent, devices: MosDevices): MosItem[] {
  return content.blocks.flatMap((block) => itemOf(block, devices) ?? [])
}

/** A story with its words for prompter and gallery: what is read in the studio, what the film says, where each item plays. */
export function storyOfScript(story: ExchangedStory, place: { readonly runningOrderId: string; readonly number: string | null; readonly presenter: string | null; readonly presenterRate: number | null }, devices: MosDevices): MosFullStory {
  const body: MosBodyPart[] = []
  let isFilm = false
  for (const block of story.content.blocks) {
    if (block.kind === 'film_start') isFilm = true
    if (block.kind === 'closing') isFilm = false
    body.push(...partsOf(block, story.content, isFilm, devices))
  }
  return { ...place, id: story.id, slug: slugOf(story.content), body, metadata: [approvalMetadata(story)] }
}

/** Column and title together, as a gallery names a story (chuyên mục: tên bài). */
export function slugOf({ column, title }: Pick<ScriptContent, 'column' | 'title'>): string {
  return column === null || title.startsWith(`${column}:`) ? title : `${column}: ${title}`
}

function partsOf(block: Block, content: ScriptContent, isFilm: boolean, devices: MosDevices): MosBodyPart[] {
  const item = itemOf(block, devices)
  if (item !== null) return [{ kind: 'item', item }]
  switch (block.kind) {
    case 'soundbite':
      return [{ kind: 'package', text: `${labelOf(block.kind, personOf(block, content))}${block.verbatim}` }]
    case 'presenter_note':
      return [{ kind: 'instruction', text: block.text }]
    case 'voice_over':
    case 'question':
      return [{ kind: isFilm ? 'package' : 'presenter', text: block.text }]
    case 'greeting':
    case 'lead_in':
    case 'closing':
    case 'unclassified':
      return [{ kind: 'presenter', text: block.text }]
    default:
      return []
  }
}

function itemOf(block: Block, devices: MosDevices): MosItem | null {
  switch (block.kind) {
    case 'film_start':
      return { ...plainItem(block.id, 'Phim', devices.films), objectId: block.mediaId ?? block.id }
    case 'super':
      return { ...plainItem(block.id, block.name, devices.graphics), metadata: [{ scope: 'OBJECT', schema: superSchema, payload: [element('name', {}, block.name), element('title', {}, block.title), element('organisation', {}, block.organisation)] }] }
    case 'graphic':
      return { ...plainItem(block.id, block.text, devices.graphics), abstract: block.text }
    default:
      return null
  }
}

function plainItem(id: string, slug: string, mosId: string): MosItem {
  return { id, slug, objectId: id, mosId, abstract: null, paths: [], channel: null, editorialStart: null, editorialDuration: null, userTimingDuration: null, trigger: null, macroIn: null, macroOut: null, metadata: [] }
}

function approvalMetadata({ version, hash, approvedToAir }: ExchangedStory): MosMetadata {
  const payload = [element('version', {}, version), optional('scriptSha256', hash), element('approvedToAir', {}, String(approvedToAir))]
  return { scope: 'STORY', schema: storySchema, payload: payload.filter((each) => each !== null) }
}
