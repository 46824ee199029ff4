import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '../../domain/story/block.ts'
import { attributesAt, blockNode, isBlank, lineNode } from './block-node.ts'
import { intoBlock, neighbours, newAttributes, placeFrom, type BlockPlace } from './place.ts'

const beforeFilm: readonly BlockKind[] = ['greeting', 'lead_in', 'unclassified']

/** Puts the cursor where the words of a film begin: an empty voice-over after the film start, new if there is none. */
export function goOnAfterFilm(tr: Transaction, film: BlockPlace): void {
  const { after } = neighbours(tr.doc, film)
  const end = film.from + film.node.nodeSize
  const waits = after !== null && isBlank(after.node) && attributesAt(after.node).kind === 'voice_over'
  if (!waits) tr.insert(end, blockNode(tr.doc.type.schema, newAttributes('voice_over')))
  intoBlock(tr, end)
}

function startFilm(tr: Transaction, place: BlockPlace): void {
  const { kind } = attributesAt(place.node)
  if (isBlank(place.node)) {
    tr.replaceWith(place.from + 1, place.from + place.node.nodeSize - 1, lineNode(tr.doc.type.schema))
    tr.setNodeAttribute(place.from, 'kind', 'film_start')
    const film = placeFrom(tr.doc, place.from)
    if (film !== null) goOnAfterFilm(tr, film)
    return
  }
  if (beforeFilm.includes(kind)) tr.setNodeAttribute(place.from, 'kind', 'voice_over')
  tr.insert(place.from, blockNode(tr.doc.type.schema, newAttributes('film_start')))
}

function dropBlankLines(tr: Transaction, { node, from }: BlockPlace): void {
  let end = from + node.nodeSize - 1
  let left = node.childCount
  for (const line of [...node.children].reverse()) {
    if (line.content.size === 0 && left > 1) {
      tr.delete(end - line.nodeSize, end)
      left -= 1
    }
    end -= line.nodeSize
  }
}

/**
 * Makes a block another kind; its words stay. A film start has none: words that stand there come after it, and after an
 * empty one the cursor goes on in the voice-over. True when something changed.
 */
export function changeKind(tr: Transaction, from: number, kind: BlockKind): boolean {
  const place = placeFrom(tr.doc, from)
  if (place === null || attributesAt(place.node).kind === kind) return false
  closeHistory(tr)
  if (kind === 'film_start') startFilm(tr, place)
  else {
    if (attributesAt(place.node).kind === 'super') dropBlankLines(tr, place)
    tr.setNodeAttribute(from, 'kind', kind)
    const lines = tr.doc.nodeAt(from)?.childCount ?? 3
    if (kind === 'super' && lines < 3) {
      const end = from + (tr.doc.nodeAt(from)?.nodeSize ?? 2) - 1
      tr.insert(end, Array.from({ length: 3 - lines }, () => lineNode(tr.doc.type.schema)))
      if (isBlank(place.node)) intoBlock(tr, from)
    }
  }
  return true
}

/** Makes all blocks that a selection touches another kind. */
export function changeKinds(tr: Transaction, kind: BlockKind): boolean {
  const { from, to } = tr.selection
  const starts: number[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (node.type.name === 'block') starts.unshift(at)
    return false
  })
  return starts.map((start) => changeKind(tr, start, kind)).includes(true)
}
