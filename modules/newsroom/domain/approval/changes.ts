import { blockChanges, fieldChanges, type BlockChange, type FieldChanges } from '../diff/block-changes.ts'
import type { BlockField, FieldValue, WholeField, WordsField } from '../diff/block-fields.ts'
import { commonRuns } from '../diff/common-runs.ts'
import { wordDiff, type DiffPart } from '../diff/word-diff.ts'
import type { StoryPerson } from '../story/story-person.ts'
import { canonicalContent, canonicalPerson, type ScriptContent } from './content.ts'
import { wordingChanges } from './wording-changes.ts'

/** What a change is (loại thay đổi): chính tả, câu chữ, số liệu, tên riêng và bảng tên, hình và tiếng, trật tự và cách dựng. */
export const changeKinds = ['spelling', 'wording', 'figure', 'name', 'media', 'order'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One change between what was approved and what stands there now, with its place; a text is empty where something only came or went. */
export interface Change {
  readonly kind: ChangeKind
  /** Null for what belongs to the whole story. */
  readonly blockId: string | null
  /** Null for a block put in, taken out or moved. */
  readonly field: BlockField | 'column' | 'category' | 'people' | null
  readonly before: string
  readonly after: string
}

/** Words that are a name whatever changes in them are those of a super; the others are what changed in them. */
const wordsKinds = {
  inWords: 'by_words',
  outWords: 'by_words',
  verbatim: 'by_words',
  text: 'by_words',
  name: 'name',
  title: 'name',
  organisation: 'name',
} as const satisfies Record<WordsField, ChangeKind | 'by_words'>

const valueKinds = {
  kind: 'order',
  cuttable: 'order',
  personId: 'name',
  mediaId: 'media',
  inMs: 'media',
  outMs: 'media',
} as const satisfies Record<WholeField, ChangeKind>

function written(value: FieldValue): string {
  return value === null ? '' : String(value)
}

function textWithout(parts: readonly DiffPart[], left: DiffPart['kind']): string {
  return parts
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('')
}

function changesIn(blockId: string, { words, values }: FieldChanges): Change[] {
  return [
    ...words.flatMap(({ field, parts }): Change[] => {
      const kind = wordsKinds[field]
      if (kind === 'by_words') return wordingChanges(parts).map((change) => ({ ...change, blockId, field }))
      return [{ kind, blockId, field, before: textWithout(parts, 'added'), after: textWithout(parts, 'removed') }]
    }),
    ...values.map(({ field, before, after }) => ({ kind: valueKinds[field], blockId, field, before: written(before), after: written(after) })),
  ]
}

function changesOfBlock(change: BlockChange): Change[] {
  if (change.kind === 'changed') return changesIn(change.after.id, change)
  const { kind, block } = change
  const itself: Change = { kind: 'order', blockId: block.id, field: null, before: '', after: '' }
  if (kind === 'moved') return [itself]
  return [itself, ...changesIn(block.id, kind === 'added' ? fieldChanges(null, block) : fieldChanges(block, null))]
}

function described({ name, titles }: StoryPerson): string {
  return [name, ...titles.map(({ title, organisation }) => `${title} ${organisation}`.trim())].join(', ')
}

function peopleChanges(before: readonly StoryPerson[], after: readonly StoryPerson[]): Change[] {
  const rowOf = (people: readonly StoryPerson[]) =>
    people.map((person) => ({ person, text: canonicalPerson(person) })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const [old, now] = [rowOf(before), rowOf(after)]
  const gone = new Set(old)
  const come = new Set(now)
  for (const run of commonRuns(old.map(({ text }) => text), now.map(({ text }) => text))) {
    for (const each of old.slice(run.before, run.before + run.length)) gone.delete(each)
    for (const each of now.slice(run.after, run.after + run.length)) come.delete(each)
  }
  const change = { kind: 'name', blockId: null, field: 'people' } as const
  return [
    ...Array.from(gone, ({ person }) => ({ ...change, before: described(person), after: '' })),
    ...Array.from(come, ({ person }) => ({ ...change, before: '', after: described(person) })),
  ]
}

/** What changed between two contents; none exactly when their {@link canonicalContent} is the same. */
export function changesOf(before: ScriptContent, after: ScriptContent): readonly Change[] {
  // Blocks given new ids and nothing else are the same script.
  if (canonicalContent(before) === canonicalContent(after)) return []
  const place = (['column', 'category'] as const)
    .map((field) => ({ field, before: before[field]?.normalize('NFC') ?? null, after: after[field]?.normalize('NFC') ?? null }))
    .filter((each) => each.before !== each.after)
  return [
    ...wordingChanges(wordDiff(before.title.normalize('NFC'), after.title.normalize('NFC'))).map((change) => ({ ...change, blockId: null, field: 'title' as const })),
    ...place.map((each) => ({ kind: 'order' as const, blockId: null, field: each.field, before: written(each.before), after: written(each.after) })),
    ...peopleChanges(before.people, after.people),
    ...blockChanges(before.blocks, after.blocks).flatMap(changesOfBlock),
  ]
}
