import type { Block } from '../story/block.ts'
import { valueIn, wholeFields, wordsFields, wordsIn, type FieldValue, type WholeField, type WordsField } from './block-fields.ts'
import { commonRuns } from './common-runs.ts'
import { wordDiff, type DiffPart } from './word-diff.ts'

/** What became of the words of one field. */
export interface WordsChange {
  readonly field: WordsField
  readonly parts: readonly DiffPart[]
}

/** A field that is compared as a whole, and now says something else. */
export interface ValueChange {
  readonly field: WholeField
  readonly before: FieldValue
  readonly after: FieldValue
}

export interface FieldChanges {
  readonly words: readonly WordsChange[]
  readonly values: readonly ValueChange[]
}

/** One thing that happened to a block: đoạn thêm, bỏ, chuyển chỗ, sửa. A block moved and changed is named twice. */
export type BlockChange =
  | { readonly kind: 'added' | 'removed' | 'moved'; readonly block: Block }
  | ({ readonly kind: 'changed'; readonly before: Block; readonly after: Block } & FieldChanges)

/** The fields in which two blocks differ; null stands for a block that is not there. */
export function fieldChanges(before: Block | null, after: Block | null): FieldChanges {
  const words = wordsFields
    .filter((field) => wordsIn(before, field) !== wordsIn(after, field))
    .map((field) => ({ field, parts: wordDiff(wordsIn(before, field), wordsIn(after, field)) }))
  const values = wholeFields
    .map((field) => ({ field, before: valueIn(before, field), after: valueIn(after, field) }))
    .filter((change) => change.before !== change.after)
  return { words, values }
}

/** Blocks by id. Ids are unique; should two be alike, both are kept apart, for a block that is overlooked would air unseen. */
function byId(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  const known = new Map<string, Block>()
  for (const block of blocks) {
    let id = block.id
    while (known.has(id)) id += "'"
    known.set(id, block)
  }
  return known
}

/** The ids that stand in both and not in their old order: as few as tell the new order from the old. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const moved = new Set(after)
  for (const run of commonRuns(before, after)) for (const id of after.slice(run.after, run.after + run.length)) moved.delete(id)
  return moved
}

/** What changed between two rows of blocks, paired by id: in the order of the blocks now, after them those that are gone. */
export function blockChanges(before: readonly Block[], after: readonly Block[]): readonly BlockChange[] {
  const old = byId(before)
  const now = byId(after)
  const moved = movedIds([...old.keys()].filter((id) => now.has(id)), [...now.keys()].filter((id) => old.has(id)))
  const changes: BlockChange[] = []
  for (const [id, block] of now) {
    const was = old.get(id)
    if (was === undefined) {
      changes.push({ kind: 'added', block })
      continue
    }
    if (moved.has(id)) changes.push({ kind: 'moved', block })
    const fields = fieldChanges(was, block)
    if (fields.words.length > 0 || fields.values.length > 0) changes.push({ kind: 'changed', before: was, after: block, ...fields })
  }
  for (const [id, block] of old) if (!now.has(id)) changes.push({ kind: 'removed', block })
  return changes
}
