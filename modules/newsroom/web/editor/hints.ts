import { Plugin, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { BlockKind } from '../../domain/story/block.ts'
import { attributesAt, isBlank } from './block-node.ts'
import { placeAt } from './place.ts'

/** What stands in an empty line to say what belongs there. */
export interface HintWords {
  readonly words: string
  readonly verbatim: string
  readonly film: string
  readonly name: string
  readonly title: string
  readonly organisation: string
}

function hintOf(kind: BlockKind, line: number, current: boolean, blank: boolean, words: HintWords): string | null {
  if (kind === 'film_start') return words.film
  if (kind === 'super') return [words.name, words.title, words.organisation][line] ?? null
  if (!current || !blank || line > 0) return null
  return kind === 'soundbite' ? words.verbatim : words.words
}

function decorate(state: EditorState, words: HintWords): DecorationSet {
  const here = placeAt(state.selection)?.from
  const found: Decoration[] = []
  state.doc.forEach((block, from) => {
    const current = from === here
    if (current) found.push(Decoration.node(from, from + block.nodeSize, { 'data-current': 'true' }, { current: true }))
    const { kind } = attributesAt(block)
    const blank = isBlank(block)
    block.forEach((line, offset, index) => {
      const at = from + 1 + offset
      if (line.content.size > 0) return
      const hint = hintOf(kind, index, current, blank, words)
      if (hint !== null) found.push(Decoration.node(at, at + line.nodeSize, { 'data-hint': hint }))
    })
  })
  return DecorationSet.create(state.doc, found)
}

/** Marks the block of the cursor, and says in empty lines what belongs there. */
export function hints(words: () => HintWords): Plugin {
  return new Plugin({ props: { decorations: (state) => decorate(state, words()) } })
}

/** Whether the decorations of a block's view say that the cursor is in it. */
export function holdsCursor(decorations: readonly { readonly spec: unknown }[]): boolean {
  return decorations.some(({ spec }) => typeof spec === 'object' && spec !== null && 'current' in spec)
}
