import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '../../domain/story/block.ts'
import type { BlockAttributes } from './block-attributes.ts'
import { attributesAt, blockNode, isBlank } from './block-node.ts'
import { goOnAfterFilm } from './change-kind.ts'
import { intoBlock, neighbours, newAttributes, placeAt, placeFrom } from './place.ts'
import { nextKind } from './next-kind.ts'

function attributesAfter(before: BlockAttributes, kind: BlockKind): BlockAttributes {
  // Who is asked is who answers; words cut off from a line of a record stay of that line.
  if (before.kind === 'question' && kind === 'soundbite') return newAttributes(kind, { personId: before.personId })
  if (kind === 'unclassified') return newAttributes(kind, { line: before.line })
  return newAttributes(kind)
}

function insertNew(tr: Transaction, at: number, attributes: BlockAttributes): void {
  tr.insert(at, blockNode(tr.doc.type.schema, attributes, attributes.kind === 'super' ? ['', '', ''] : ['']))
  const made = placeFrom(tr.doc, at)
  if (attributes.kind === 'film_start' && made !== null) goOnAfterFilm(tr, made)
  else intoBlock(tr, at)
}

function splitHere(tr: Transaction, attributes: BlockAttributes): void {
  const { $from } = tr.selection
  const blanks = /^\s*/.exec($from.parent.textContent.slice($from.parentOffset))?.[0].length ?? 0
  if (blanks > 0) tr.delete($from.pos, $from.pos + blanks)
  const block = { type: $from.node(1).type, attrs: attributes }
  const within = $from.parentOffset > 0
  const cut = within ? $from.pos : $from.before(2)
  tr.split(cut, within ? 2 : 1, within ? [block, { type: $from.parent.type }] : [block])
  intoBlock(tr, within ? cut + 2 : cut + 1)
}

/**
 * A new block (Ctrl+Enter) of the kind that usually comes next. Inside the words it cuts them, and those behind the cursor
 * go into it; before the first of them it comes before.
 */
export function newBlock(tr: Transaction): boolean {
  if (!tr.selection.empty) tr.deleteSelection()
  const place = placeAt(tr.selection)
  if (place === null) return false
  closeHistory(tr)
  const before = attributesAt(place.node)
  const { $from } = tr.selection
  const end = place.from + place.node.nodeSize
  if (before.kind === 'film_start') {
    goOnAfterFilm(tr, place)
    return true
  }
  const next = nextKind[before.kind]
  const atEnd = $from.pos === end - 2
  const atStart = $from.pos === place.from + 2
  if (before.kind === 'super' || atEnd || isBlank(place.node)) insertNew(tr, end, attributesAfter(before, next))
  else if (atStart) {
    const earlier = neighbours(tr.doc, place).before
    const kind = earlier === null ? 'greeting' : nextKind[attributesAt(earlier.node).kind]
    // The words for a film are already there.
    if (kind === 'film_start') tr.insert(place.from, blockNode(tr.doc.type.schema, newAttributes(kind)))
    else insertNew(tr, place.from, newAttributes(kind))
  } else splitHere(tr, attributesAfter(before, next === 'film_start' ? 'voice_over' : next))
  return true
}
