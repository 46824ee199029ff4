import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { attributesAt, isBlank } from './block-node.ts'
import { endOfBlock, intoBlock, neighbours, placeAt, type BlockPlace } from './place.ts'

/** Whether the words of a block may go on in the one before: nobody gets another's words, and no marked cut is lost. */
export function mayJoin(before: Node, block: Node): boolean {
  const first = attributesAt(before)
  const second = attributesAt(block)
  const worded = (kind: string): boolean => kind !== 'film_start' && kind !== 'super'
  if (!worded(first.kind) || !worded(second.kind)) return false
  if (second.kind === 'unclassified') return true
  if (first.kind !== second.kind) return false
  return (second.personId === null || second.personId === first.personId) && second.inMs === null && second.outMs === null
}

function remove(tr: Transaction, { node, from }: BlockPlace): void {
  tr.delete(from, from + node.nodeSize)
}

/** Backspace at the first sign of a block. False where the usual Backspace is to act. */
export function joinBackward(tr: Transaction): boolean {
  const place = placeAt(tr.selection)
  const { $from, empty } = tr.selection
  if (!empty || place === null || $from.parentOffset > 0) return false
  const line = $from.index(1)
  if (line > 0) {
    if (attributesAt(place.node).kind !== 'super') return false
    tr.setSelection(TextSelection.create(tr.doc, $from.pos - 2))
    return true
  }
  const { before, after } = neighbours(tr.doc, place)
  if (isBlank(place.node) && (before !== null || after !== null)) {
    remove(tr, place)
    if (before === null) intoBlock(tr, 0)
    else endOfBlock(tr, before.from)
  } else if (before !== null) {
    if (attributesAt(before.node).kind === 'film_start') intoBlock(tr, before.from)
    else if (isBlank(before.node)) remove(tr, before)
    else if (mayJoin(before.node, place.node)) tr.join(place.from)
  }
  return true
}

/** Delete behind the last sign of a block. False where the usual Delete is to act. */
export function joinForward(tr: Transaction): boolean {
  const place = placeAt(tr.selection)
  const { $from, empty } = tr.selection
  if (!empty || place === null || $from.parentOffset < $from.parent.content.size) return false
  if ($from.index(1) < place.node.childCount - 1) {
    return attributesAt(place.node).kind === 'super'
  }
  const { after } = neighbours(tr.doc, place)
  if (after === null) return true
  if (isBlank(place.node)) {
    remove(tr, place)
    intoBlock(tr, place.from)
  } else if (isBlank(after.node)) remove(tr, after)
  else if (mayJoin(place.node, after.node)) tr.join(after.from)
  return true
}
