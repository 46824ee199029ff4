import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { attributesAt } from './block-node.ts'

/** Names of those who hold blocks just now, by the ids of the blocks. */
export type HeldBlocks = ReadonlyMap<string, string>

interface Kept {
  held: HeldBlocks
  onRefused: (name: string) => void
}

declare module '@tiptap/core' {
  interface Storage {
    keepHeldBlocks: Kept
  }
}

/** Keeps writing out of blocks somebody else holds (giữ đoạn); what comes from the server is taken over all the same. */
export const KeepHeldBlocks = Extension.create<object, Kept>({
  name: 'keepHeldBlocks',
  addStorage: () => ({ held: new Map(), onRefused: () => undefined }),
  addProseMirrorPlugins() {
    const { storage, editor } = this
    return [
      new Plugin({
        filterTransaction(tr, state) {
          if (!tr.docChanged || storage.held.size === 0 || tr.getMeta('preventUpdate') === true) return true
          const found = heldBlock(tr, state, storage.held)
          if (found === undefined) return true
          storage.onRefused(found.name)
          if (found.end !== undefined) cursorTo(editor, found.end)
          return false
        },
      }),
    ]
  },
})

/** Once the refused letter is out of the page again. */
function cursorTo(editor: Editor, place: number): void {
  queueMicrotask(() => {
    if (editor.isDestroyed) return
    const { doc, tr } = editor.state
    editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(place, doc.content.size)), -1)))
  })
}

/**
 * Who holds a block that the transaction changes; undefined where nobody does. With the `end` of its words where the cursor is still known in a block left
 * as it is: writing began before the editor had heard of the click, and would go on in the block clicked before.
 */
function heldBlock(tr: Transaction, { doc, selection: { $head } }: EditorState, held: HeldBlocks): { readonly name: string; readonly end: number | undefined } | undefined {
  const after = new Map(tr.doc.children.map((node) => [attributesAt(node).id, node]))
  const isSame = (node: Node) => after.get(attributesAt(node).id)?.eq(node) === true
  let end = 0
  for (const node of doc.children) {
    end += node.nodeSize
    const name = held.get(attributesAt(node).id)
    if (name !== undefined && !isSame(node)) return { name, end: $head.depth > 0 && isSame($head.node(1)) ? end - 1 : undefined }
  }
  return undefined
}
