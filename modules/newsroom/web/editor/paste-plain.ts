import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { attributesAt, isBlank, lineNode } from './block-node.ts'
import { placeAt } from './place.ts'

/** The lines of pasted text, without the empty ones between paragraphs. */
export function pastedLines(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\t\u00a0]/g, ' ').trim())
    .filter((line) => line !== '')
}

function pasteInto(state: EditorState, text: string): Transaction {
  const place = placeAt(state.selection)
  const lines = pastedLines(text)
  // A few words keep the blanks around them: they are put between others.
  if (lines.length < 2) return state.tr.insertText(text.normalize('NFC').replace(/\s+/g, ' '))
  const isSuper = place !== null && attributesAt(place.node).kind === 'super'
  if (isSuper && (!isBlank(place.node) || lines.length > 3)) return state.tr.insertText(lines.join(', '))
  return state.tr.replaceSelection(new Slice(Fragment.from(lines.map((line) => lineNode(state.schema, line))), 1, 1))
}

/** Takes pasted text as plain paragraphs, whatever it looked like where it comes from; blocks of a script stay blocks. */
export function pastePlain(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        // Before the usual handling, which would first build the pasted page with its styles and pictures.
        paste(view, event) {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (!view.editable || text === '' || /data-pm-slice=/.test(event.clipboardData?.getData('text/html') ?? '')) return false
          event.preventDefault()
          view.dispatch(pasteInto(view.state, text).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
          return true
        },
      },
    },
  })
}
