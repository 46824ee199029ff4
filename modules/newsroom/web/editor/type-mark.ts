import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '../../domain/story/block.ts'
import { attributesAt, isBlank, lineNode } from './block-node.ts'
import { changeKind } from './change-kind.ts'
import { intoBlock, newAttributes, placeAt } from './place.ts'

/** The old marks that are taken while typing, as they stand when the colon comes. */
export const typedMark = /^(phim|pv)[:：]$/i

/** The kind a typed mark gives. */
export function kindOfMark(mark: string): BlockKind {
  return mark.toLowerCase() === 'pv' ? 'question' : 'film_start'
}

/**
 * Takes an old mark away and lets its kind begin there: in an otherwise empty block, or in a new one when the mark is all
 * that stands in the last line. False where the mark is only words.
 */
export function takeMark(tr: Transaction, kind: BlockKind): boolean {
  const { $from } = tr.selection
  const place = placeAt(tr.selection)
  if (place === null || attributesAt(place.node).kind === 'super') return false
  const { parent } = $from
  if ($from.parentOffset < parent.content.size || $from.index(1) < place.node.childCount - 1) return false
  closeHistory(tr)
  const start = $from.start()
  const line = $from.before()
  tr.delete(start, $from.pos)
  const left = tr.doc.nodeAt(place.from)
  if (left !== null && isBlank(left)) {
    tr.replaceWith(place.from + 1, place.from + left.nodeSize - 1, lineNode(tr.doc.type.schema))
    intoBlock(tr, place.from)
    changeKind(tr, place.from, kind)
  } else {
    // Cut off as a voice-over first, so that a film start is made of an empty block.
    tr.split(line, 1, [{ type: place.node.type, attrs: newAttributes('voice_over') }])
    changeKind(tr, line + 1, kind)
  }
  return true
}
