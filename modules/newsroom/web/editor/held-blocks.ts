import { Extension } from '@tiptap/core'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
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
    const { storage } = this
    return [
      new Plugin({
        filterTransaction(tr, state) {
          if (!tr.docChanged || storage.held.size === 0 || tr.getMeta('preventUpdate') === true) return true
          const name = heldName(tr, state, storage.held)
          if (name === undefined) return true
          storage.onRefused(name)
          return false
        },
      }),
    ]
  },
})

/** Who holds a block that the transaction changes; undefined where nobody does. */
function heldName(tr: Transaction, { doc }: EditorState, held: HeldBlocks): string | undefined {
  const after = new Map(tr.doc.children.map((node) => [attributesAt(node).id, node]))
  for (const node of doc.children) {
    const { id } = attributesAt(node)
    const name = held.get(id)
    if (name !== undefined && after.get(id)?.eq(node) !== true) return name
  }
  return undefined
}
