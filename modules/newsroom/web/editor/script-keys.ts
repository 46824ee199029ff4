import { Extension, InputRule } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { attributesAt } from './block-node.ts'
import { changeKinds, goOnAfterFilm } from './change-kind.ts'
import { hints, type HintWords } from './hints.ts'
import { joinBackward, joinForward } from './join-blocks.ts'
import { newBlock } from './new-block.ts'
import { kindOfDigit } from './next-kind.ts'
import { pastePlain } from './paste-plain.ts'
import { perform } from './perform.ts'
import { placeAt } from './place.ts'
import { settle } from './settle.ts'
import { kindOfMark, takeMark, typedMark } from './type-mark.ts'

/** Enter in a film start goes on behind it, in a super to its next line. False where it makes a paragraph. */
function enter(tr: Transaction): boolean {
  const place = placeAt(tr.selection)
  if (place === null) return false
  const { kind } = attributesAt(place.node)
  if (kind === 'film_start') goOnAfterFilm(tr, place)
  else if (kind !== 'super') return false
  else if (tr.selection.$from.index(1) === place.node.childCount - 1) return newBlock(tr)
  else tr.setSelection(TextSelection.create(tr.doc, tr.selection.$from.after() + 1))
  return true
}

// By the place of the key: with Alt some layouts write other signs, and numbers of the keypad write signs by their code.
const digitKey = /^Digit(\d)$/

/** A blank typed first in an empty line, as after "PV:", says nothing. */
function noBlankFirst(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: ({ state: { selection }, editable }, _from, _to, text) => editable && text === ' ' && selection.empty && selection.$from.parent.isTextblock && selection.$from.parent.content.size === 0,
    },
  })
}

function kindKeys(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !view.editable) return false
        const digit = digitKey.exec(event.code)?.[1]
        const kind = digit === undefined ? undefined : kindOfDigit(digit)
        if (kind === undefined) return false
        perform(view, (tr) => changeKinds(tr, kind))
        return true
      },
    },
  })
}

/** The keys of the page, the typed marks, undo, plain pasting and hints. */
export const ScriptKeys = Extension.create<{ hintWords: () => HintWords }>({
  name: 'scriptKeys',
  priority: 1000,
  addOptions: () => ({ hintWords: () => ({ words: '', verbatim: '', film: '', name: '', title: '', organisation: '' }) }),
  addKeyboardShortcuts() {
    const { editor } = this
    const act = (doing: (tr: Transaction) => boolean) => () => perform(editor.view, doing)
    const undoLast = () => undo(editor.state, editor.view.dispatch)
    const redoLast = () => redo(editor.state, editor.view.dispatch)
    const breakLine = () => perform(editor.view, enter) || editor.commands.splitBlock()
    return {
      'Mod-Enter': act(newBlock),
      Enter: breakLine,
      'Shift-Enter': breakLine,
      Backspace: () => editor.commands.undoInputRule() || perform(editor.view, joinBackward),
      'Mod-Backspace': act(joinBackward),
      'Shift-Backspace': act(joinBackward),
      Delete: act(joinForward),
      'Mod-Delete': act(joinForward),
      'Mod-z': undoLast,
      'Mod-y': redoLast,
      'Shift-Mod-z': redoLast,
    }
  },
  addInputRules: () => [
    new InputRule({
      find: typedMark,
      handler: ({ state, match }) => (takeMark(state.tr, kindOfMark(match[1] ?? '')) ? undefined : null),
    }),
  ],
  addProseMirrorPlugins() {
    return [history(), settle(), pastePlain(), kindKeys(), noBlankFirst(), hints(this.options.hintWords)]
  },
})
