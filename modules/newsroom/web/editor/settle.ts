import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { attributesAt, blockNode, isBlank, lineNode } from './block-node.ts'
import { intoBlock, newAttributes } from './place.ts'

const key = new PluginKey('settle')

/** Words in a film start go on in the voice-over after it, in which the cursor stays. */
function settleFilm(tr: Transaction, from: number, node: Node): void {
  const surplus = node.childCount > 1 || !isBlank(node)
  if (!surplus) return
  if (isBlank(node)) {
    tr.delete(from + 3, from + node.nodeSize - 1)
    return
  }
  const next = tr.doc.nodeAt(from + node.nodeSize)
  if (next !== null && isBlank(next) && attributesAt(next).kind === 'voice_over') {
    tr.delete(from + node.nodeSize, from + node.nodeSize + next.nodeSize)
  }
  tr.split(from + 2, 2, [{ type: node.type, attrs: newAttributes('voice_over') }, { type: node.child(0).type }])
}

/** A super has three lines; what is more goes into a voice-over after it. */
function settleSuper(tr: Transaction, from: number, node: Node): void {
  const { schema } = tr.doc.type
  let end = from + node.nodeSize - 1
  let lines = node.childCount
  for (const line of [...node.children].reverse()) {
    if (lines > 3 && line.content.size === 0) {
      tr.delete(end - line.nodeSize, end)
      lines -= 1
    }
    end -= line.nodeSize
  }
  const left = tr.doc.nodeAt(from) ?? node
  if (lines < 3) tr.insert(from + left.nodeSize - 1, Array.from({ length: 3 - lines }, () => lineNode(schema)))
  if (lines > 3) {
    const cut = from + 1 + left.child(0).nodeSize + left.child(1).nodeSize + left.child(2).nodeSize
    tr.split(cut, 1, [{ type: node.type, attrs: newAttributes('voice_over') }])
  }
}

/** The blocks that need an id of their own: without one, with that of another, or pasted from another story. */
function strangers(before: Node, doc: Node, seen: ReadonlySet<string>, pasted: boolean): ReadonlySet<number> {
  const untouched = new Set(before.children)
  const owners = new Map<string, { node: Node; from: number }>()
  doc.forEach((node, from) => {
    const owner = owners.get(attributesAt(node).id)
    if (owner === undefined || (untouched.has(node) && !untouched.has(owner.node))) owners.set(attributesAt(node).id, { node, from })
  })
  const starts = new Set<number>()
  doc.forEach((node, from) => {
    const { id } = attributesAt(node)
    if (id === '' || owners.get(id)?.from !== from || (pasted && !seen.has(id))) starts.add(from)
  })
  return starts
}

function settled(transactions: readonly Transaction[], before: EditorState, state: EditorState, seen: Set<string>): Transaction | null {
  const { tr } = state
  for (const { attrs } of before.doc.children) seen.add(String(attrs['id']))
  const pasted = transactions.some((one) => one.getMeta('paste') === true || one.getMeta('uiEvent') === 'drop')
  for (const from of strangers(before.doc, state.doc, seen, pasted)) {
    tr.setNodeAttribute(from, 'id', newAttributes('unclassified').id)
  }
  const starts: number[] = []
  state.doc.forEach((_, from) => starts.unshift(from))
  for (const from of starts) {
    const node = tr.doc.nodeAt(from)
    if (node === null) continue
    const { kind } = attributesAt(node)
    if (kind === 'film_start') settleFilm(tr, from, node)
    if (kind === 'super') settleSuper(tr, from, node)
  }
  if (tr.doc.childCount === 0) {
    tr.insert(0, blockNode(state.schema, newAttributes('lead_in')))
    intoBlock(tr, 0)
  }
  return tr.docChanged ? tr : null
}

/**
 * Keeps every page such that its blocks can be read from it. While an input method composes a word the page is left alone
 * and settled afterwards, because a changed line would end the word.
 */
export function settle(): Plugin {
  const seen = new Set<string>()
  return new Plugin({
    key,
    appendTransaction(transactions, before, state) {
      if (!transactions.some((tr) => tr.docChanged || tr.getMeta(key) === true)) return null
      if (transactions.some((tr) => tr.getMeta('composition') !== undefined)) return null
      return settled(transactions, before, state, seen)
    },
    props: {
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, true))
          }, 60)
          return false
        },
      },
    },
  })
}
