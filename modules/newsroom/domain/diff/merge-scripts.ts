import type { ScriptContent } from '../approval/content.ts'
import type { Block } from '../story/block.ts'
import { blockChanges, fieldChanges } from './block-changes.ts'

/** Whether two blocks say the same, whichever object holds it. */
function same(one: Block, other: Block): boolean {
  const { words, values } = fieldChanges(one, other)
  return words.length === 0 && values.length === 0
}

/** One side's change of something: what it was, what it is here and there. Undefined where both changed it, and differently. */
function oneSided<T>(base: T, mine: T, theirs: T, alike: (one: T, other: T) => boolean): { readonly value: T } | undefined {
  if (alike(mine, theirs) || alike(theirs, base)) return { value: mine }
  return alike(mine, base) ? { value: theirs } : undefined
}

const alikeJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Two texts that began from one (gộp hai bản): what only one side changed is taken from it, new blocks stand behind the block they
 * were written behind. Null where a person has to choose: both changed the same block or field, one took out what the other
 * changed, or both moved blocks.
 */
export function mergeScripts(base: ScriptContent, mine: ScriptContent, theirs: ScriptContent): ScriptContent | null {
  const title = oneSided(base.title, mine.title, theirs.title, Object.is)
  const column = oneSided(base.column, mine.column, theirs.column, Object.is)
  const category = oneSided(base.category, mine.category, theirs.category, Object.is)
  const people = oneSided(base.people, mine.people, theirs.people, alikeJson)
  const blocks = mergeBlocks(base.blocks, mine.blocks, theirs.blocks)
  if (title === undefined || column === undefined || category === undefined || people === undefined || blocks === null) return null
  return { title: title.value, column: column.value, category: category.value, people: people.value, blocks }
}

const moves = (before: readonly Block[], after: readonly Block[]): boolean => blockChanges(before, after).some((change) => change.kind === 'moved')

function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Block[] | null {
  const [iMoved, theyMoved] = [moves(base, mine), moves(base, theirs)]
  if (iMoved && theyMoved) return null
  // Whoever moved blocks says the order; the other side's new blocks are put into it.
  const [first, second] = iMoved ? [mine, theirs] : [theirs, mine]
  const [was, other] = [byId(base), byId(second)]
  const merged: Block[] = []
  for (const block of first) {
    const [before, there] = [was.get(block.id), other.get(block.id)]
    if (before === undefined) {
      if (there !== undefined && !same(block, there)) return null
      merged.push(block)
      continue
    }
    if (there === undefined) {
      if (!same(block, before)) return null
      continue
    }
    const settled = oneSided(before, block, there, same)
    if (settled === undefined) return null
    merged.push(settled.value)
  }
  const here = byId(first)
  for (const [at, block] of second.entries()) {
    if (here.has(block.id)) continue
    const before = was.get(block.id)
    if (before !== undefined) {
      if (!same(block, before)) return null
      continue
    }
    merged.splice(placeBehind(merged, second, at), 0, block)
  }
  return merged
}

/** Behind the nearest block before it that is still there; at the beginning when none is. */
function placeBehind(merged: readonly Block[], written: readonly Block[], at: number): number {
  for (let before = at - 1; before >= 0; before -= 1) {
    const found = merged.findIndex((block) => block.id === written[before]?.id)
    if (found >= 0) return found + 1
  }
  return 0
}

function byId(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  return new Map(blocks.map((block) => [block.id, block]))
}
