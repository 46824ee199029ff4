import type { ScriptContent } from '../approval/content.ts'
import type { Block } from '../story/block.ts'
import type { StoryPerson } from '../story/story-person.ts'
import type { ImportedRecord } from './import-record.ts'
import type { RecordBlock } from './read-blocks.ts'

/** What a question to nobody by name has for its speaker. */
const nobody = 'PV'

/**
 * An imported record as the script a story begins with. People are those its blocks name, as they are written: a shortened name
 * is a person of its own until somebody says who it is. A title stands without dates, for the record gives none.
 */
export function scriptOf(record: ImportedRecord, fallbackTitle: string, newId: () => string): ScriptContent {
  const people = new Map<string, StoryPerson>()
  const personOf = (block: RecordBlock): string | null => {
    if (block.speaker === null || block.speaker === nobody) return null
    const known = people.get(block.speaker)
    if (known !== undefined) return known.id
    const person = { id: newId(), name: block.speaker, titles: block.title === '' ? [] : [{ title: block.title, organisation: '', from: null, to: null }] }
    people.set(block.speaker, person)
    return person.id
  }
  const blocks = record.blocks.map((block): Block => blockOf(block, newId(), personOf))
  return { title: record.title ?? fallbackTitle, column: record.column, category: record.category, people: [...people.values()], blocks }
}

function blockOf(block: RecordBlock, id: string, personOf: (block: RecordBlock) => string | null): Block {
  const base = { id, cuttable: false }
  const { kind, words, line } = block
  switch (kind) {
    case 'film_start':
      return { kind, ...base, mediaId: null }
    case 'question':
      return { kind, ...base, personId: personOf(block), text: words }
    case 'soundbite':
      return { kind, ...base, personId: personOf(block), inMs: null, outMs: null, inWords: '', outWords: '', verbatim: words }
    case 'super':
      return { kind, ...base, personId: null, name: words, title: '', organisation: '' }
    case 'unclassified':
      return { kind, ...base, text: words === '' ? block.raw.trim() : words, line }
    default:
      return { kind, ...base, text: words }
  }
}
