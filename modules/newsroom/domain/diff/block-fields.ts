import type { Block } from '../story/block.ts'

/** The content of a block is every field but its id and the line of the old record it came from: neither is read or shown. */
type FieldsOf<Each> = Each extends Block ? Exclude<keyof Each, 'id' | 'line'> : never
export type BlockField = FieldsOf<Block>
export type FieldValue = string | number | boolean | null

/** How each field of a block is compared: word by word, or as a whole. */
export const blockFields = {
  kind: 'whole',
  cuttable: 'whole',
  personId: 'whole',
  mediaId: 'whole',
  inMs: 'whole',
  outMs: 'whole',
  inWords: 'words',
  outWords: 'words',
  verbatim: 'words',
  text: 'words',
  name: 'words',
  title: 'words',
  organisation: 'words',
} as const satisfies Record<BlockField, 'words' | 'whole'>

export type WordsField = { [Field in BlockField]: (typeof blockFields)[Field] extends 'words' ? Field : never }[BlockField]
export type WholeField = Exclude<BlockField, WordsField>

const fields = Object.keys(blockFields) as BlockField[]
export const wordsFields = fields.filter((field): field is WordsField => blockFields[field] === 'words')
export const wholeFields = fields.filter((field): field is WholeField => blockFields[field] === 'whole')

/** The content of a block: the fields its kind has. */
export function contentOf(block: Block): Readonly<Partial<Record<BlockField, FieldValue>>> {
  const all: Readonly<Partial<Record<BlockField, FieldValue>>> = block
  return Object.fromEntries(fields.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]))
}

/** The words of a field, composed (NFC); none where the block's kind has no such field. */
export function wordsIn(block: Block | null, field: WordsField): string {
  const value = block === null ? undefined : contentOf(block)[field]
  return typeof value === 'string' ? value.normalize('NFC') : ''
}

/** The value of a field; null where the block's kind has no such field. */
export function valueIn(block: Block | null, field: WholeField): FieldValue {
  const value = block === null ? null : (contentOf(block)[field] ?? null)
  return typeof value === 'string' ? value.normalize('NFC') : value
}
