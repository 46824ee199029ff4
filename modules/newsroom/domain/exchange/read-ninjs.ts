import type { ScriptContent } from '../approval/content.ts'
import { readThroughMarkup, wordsOf } from '../record/read-through-markup.ts'
import { blockKinds, type Block, type BlockKind } from '../story/block.ts'
import type { StoryPerson } from '../story/story-person.ts'
import { labelOf } from './exchanged-story.ts'

/** A story read from ninjs, or the place in it that is not understood. */
export type ReadNinjs = { readonly ok: true; readonly uri: string; readonly script: ScriptContent } | { readonly ok: false; readonly path: string; readonly expected: string }

class NotUnderstood extends Error {
  readonly path: string
  readonly expected: string
  constructor(path: string, expected: string) {
    super(path)
    this.path = path
    this.expected = expected
  }
}

type Json = Readonly<Record<string, unknown>>

/**
 * Reads ninjs of the second and third generation (2.x writes `contenttype`, 3.x `contentType`). Bodies whose role is a kind of block
 * become that block, others stay unclassified, paragraph by paragraph; nothing is left out silently. The first generation has its
 * words elsewhere and is refused by that place.
 */
export function readNinjs(value: unknown, newId: () => string): ReadNinjs {
  try {
    const item = objectAt(value, '')
    refuseOlder(item)
    const uri = textAt(item['uri'], 'uri')
    const people = listAt(item['people'], 'people').map((each, at): StoryPerson => ({ id: newId(), name: textAt(objectAt(each, `people[${at}]`)['name'], `people[${at}].name`), titles: [] }))
    const bodies = listAt(item['bodies'], 'bodies')
    if (bodies.length === 0) throw new NotUnderstood('bodies', 'ít nhất một phần lời, hoặc bản ninjs 2.x, 3.x')
    return {
      ok: true,
      uri,
      script: { title: titleOf(item), column: subjectOf(item, 'column'), category: subjectOf(item, 'category'), people, blocks: blocksOf(bodies, people, newId) },
    }
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, path: error.path, expected: error.expected }
    throw error
  }
}

/** Names that only ninjs 1.x and its dialects have. */
function refuseOlder(item: Json): void {
  const older = Object.keys(item).find((name) => /^(?:body|headline|description|byline)(?:_|$)|^guid$/.test(name))
  if (older !== undefined) throw new NotUnderstood(older, 'ninjs 2.x hoặc 3.x (bodies, headlines, uri)')
}

function titleOf(item: Json): string {
  const headlines = listAt(item['headlines'], 'headlines').map((each, at) => {
    const headline = objectAt(each, `headlines[${at}]`)
    return { role: headline['role'], value: plain(textAt(headline['value'], `headlines[${at}].value`), typeAt(headline, `headlines[${at}]`)) }
  })
  const headline = headlines.find(({ role }) => role === 'main') ?? headlines[0]
  if (headline !== undefined) return headline.value.replace(/\s+/g, ' ').trim()
  return textAt(item['title'], 'headlines')
}

function subjectOf(item: Json, rel: 'column' | 'category'): string | null {
  const at = listAt(item['subjects'], 'subjects').findIndex((each, index) => objectAt(each, `subjects[${index}]`)['rel'] === rel)
  return at === -1 ? null : textAt(objectAt(listAt(item['subjects'], 'subjects')[at], `subjects[${at}]`)['name'], `subjects[${at}].name`)
}

function blocksOf(bodies: readonly unknown[], people: readonly StoryPerson[], newId: () => string): Block[] {
  let line = 0
  return bodies.flatMap((each, at) => {
    const path = `bodies[${at}]`
    const body = objectAt(each, path)
    const role = body['role']
    if (role !== undefined && typeof role !== 'string') throw new NotUnderstood(`${path}.role`, 'chữ')
    const words = plain(textAt(body['value'], `${path}.value`), typeAt(body, path))
    const kind = blockKinds.find((one) => one === role)
    if (kind !== undefined && kind !== 'unclassified') return [blockOf(kind, words, people, newId())]
    return words
      .split('\n')
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph): Block => ({ kind: 'unclassified', id: newId(), cuttable: false, text: paragraph.trim(), line: (line += 1) }))
  })
}

function blockOf(kind: Exclude<BlockKind, 'unclassified'>, words: string, people: readonly StoryPerson[], id: string): Block {
  const base = { id, cuttable: false }
  const person = people.find(({ name }) => words.startsWith(labelOf(kind, name)))
  const said = person === undefined ? words : words.slice(labelOf(kind, person.name).length)
  switch (kind) {
    case 'film_start':
      return { kind, ...base, mediaId: null }
    case 'question':
      return { kind, ...base, personId: person?.id ?? null, text: said }
    case 'soundbite':
      return { kind, ...base, personId: person?.id ?? null, inMs: null, outMs: null, inWords: '', outWords: '', verbatim: said }
    case 'super': {
      const [name = '', title = '', ...rest] = words.split('\n')
      return { kind, ...base, personId: people.find((each) => each.name === name)?.id ?? null, name, title, organisation: rest.join(' ') }
    }
    default:
      return { kind, ...base, text: words }
  }
}

/** Words without markup; other kinds of content are not words. */
function plain(value: string, type: string): string {
  if (type === 'text/plain') return value.replaceAll('\r\n', '\n')
  return value
    .replace(/\s+/g, ' ')
    .split(/<br[^<>]*>|<\/(?:p|div|li|h[1-6]|blockquote|tr)>/i)
    .map((paragraph) => wordsOf(readThroughMarkup(paragraph)))
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}

/** Plain text unless said otherwise; both generations' names of the field. */
function typeAt(object: Json, path: string): string {
  const name = 'contenttype' in object ? 'contenttype' : 'contentType'
  const type = object[name] ?? 'text/plain'
  if (type !== 'text/plain' && type !== 'text/html' && type !== 'application/xhtml+xml') throw new NotUnderstood(`${path}.${name}`, 'text/plain hoặc text/html')
  return type
}

function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotUnderstood(path, 'một đối tượng JSON')
  return value as Json
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new NotUnderstood(path, 'một danh sách')
  return value
}

function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new NotUnderstood(path, 'chữ, không để trống')
  return value
}
