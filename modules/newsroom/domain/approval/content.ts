import { contentOf } from '../diff/block-fields.ts'
import type { Block } from '../story/block.ts'
import type { StoryPerson } from '../story/story-person.ts'

/** What an approval is of (nội dung được duyệt): the words, supers, figures and media of a story, and where it belongs. */
export interface ScriptContent {
  readonly title: string
  /** Chuyên mục. */
  readonly column: string | null
  /** Danh mục. */
  readonly category: string | null
  readonly people: readonly StoryPerson[]
  readonly blocks: readonly Block[]
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isRow(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

function isRow(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value)
}

/** Held titles and people are sets: the order in which they come from a table says nothing. */
function sorted(texts: readonly string[]): string {
  return `[${[...texts].sort().join(',')}]`
}

/** One person and the titles, as they are hashed. */
export function canonicalPerson({ id, name, titles }: StoryPerson): string {
  const held = titles.map(({ title, organisation, from, to }) => canonical({ title, organisation, from, to }))
  return `{"id":${canonical(id)},"name":${canonical(name)},"titles":${sorted(held)}}`
}

/**
 * The text that is hashed: the name of this format, then the content, as JSON with sorted keys and composed letters (NFC). Block ids do
 * not count, the order of blocks does. A medium counts by its id, which must stand for the same bytes for ever.
 */
export function canonicalContent({ title, column, category, people, blocks }: ScriptContent): string {
  const script = [
    `"blocks":${canonical(blocks.map(contentOf))}`,
    `"category":${canonical(category)}`,
    `"column":${canonical(column)}`,
    `"people":${sorted(people.map(canonicalPerson))}`,
    `"title":${canonical(title)}`,
  ]
  return `["thuocdo-script-1",{${script.join(',')}}]`
}
