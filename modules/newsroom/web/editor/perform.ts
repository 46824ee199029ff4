import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Writes what an act changed and shows the cursor; false when the act was not for here. */
export function perform(view: EditorView, act: (tr: Transaction) => boolean): boolean {
  const { tr } = view.state
  if (!act(tr)) return false
  if (tr.docChanged || tr.selectionSet) view.dispatch(tr.scrollIntoView())
  return true
}
