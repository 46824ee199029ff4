import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { sourceRecords, sourceValue } from '../../domain/rulebook/edit-parts.ts'
import { insertIntoSource, moveInSource, readSource, removeFromSource, writeSource, type SourcePath, type SourceValue, type SourceView } from '../../domain/rulebook/edit-source.ts'

/** The text of a draft as form and YAML share it: one text, two views. */
export interface SourceEditing {
  /** The text as last read; its value is null while it cannot be read. */
  readonly view: SourceView
  /** The last text that could be read: what the form shows. */
  readonly good: SourceView
  /** The form may not write: the text is broken, or the reader may not edit. */
  readonly locked: boolean
  /** Takes the text as typed. */
  readonly type: (text: string) => void
  readonly write: (path: SourcePath, value: SourceValue) => void
  readonly remove: (path: SourcePath) => void
  readonly insert: (path: SourcePath, value: SourceValue) => void
  readonly move: (path: SourcePath, by: -1 | 1) => void
  /** Several changes of the text as one, undone at once. */
  readonly edit: (change: (text: string) => string) => void
  readonly undo: (() => void) | undefined
}

// Reading 90 kB takes some 50 ms: the form follows the typing once it rests.
const restMs = 350
const mostUndo = 50

/** Reads the text for the form and writes the form's changes into it, comments and order kept. */
export function useSource(text: string, change: (text: string) => void, mayEdit: boolean): SourceEditing {
  const [view, setView] = useState(() => readSource(text))
  const [good, setGood] = useState(view)
  const [past, setPast] = useState<readonly string[]>([])
  const latest = useRef(text)
  latest.current = text
  const typed = useRef<string>(undefined)
  const show = (next: SourceView) => {
    setView(next)
    if (next.value !== null) setGood(next)
  }
  useEffect(() => {
    if (text === view.text) return undefined
    // Another text altogether, as after a conflict: no field may go on showing the old one.
    if (text !== typed.current) {
      show(readSource(text))
      return undefined
    }
    const timer = setTimeout(() => show(readSource(text)), restMs)
    return () => clearTimeout(timer)
  }, [text, view.text])

  const set = (next: string) => {
    if (next === latest.current) return
    const before = latest.current
    setPast((earlier) => [...earlier, before].slice(-mostUndo))
    latest.current = next
    show(readSource(next))
    change(next)
  }
  // A text broken in the meantime is left alone; the form is locked as soon as it was read again.
  const put = (edit: (from: string) => string) => {
    try {
      set(edit(latest.current))
    } catch {
      show(readSource(latest.current))
    }
  }
  const last = past.at(-1)
  return {
    view,
    good,
    locked: !mayEdit || view.value === null,
    type: (next) => {
      // A stretch of typing is undone at once, back to the text as it was last read well.
      if (view.value !== null) setPast((earlier) => (earlier.at(-1) === view.text ? earlier : [...earlier, view.text].slice(-mostUndo)))
      typed.current = next
      change(next)
    },
    write: (path, value) => put((from) => writeSource(from, path, value)),
    remove: (path) => put((from) => removeFromSource(from, path)),
    insert: (path, value) => put((from) => insertIntoSource(from, path, value)),
    move: (path, by) => put((from) => moveInSource(from, path, by)),
    edit: put,
    undo:
      last === undefined || !mayEdit
        ? undefined
        : () => {
            setPast(past.slice(0, -1))
            latest.current = last
            show(readSource(last))
            change(last)
          },
  }
}

/** What the fields of the form need, wherever they stand. */
export interface SourceForm extends SourceEditing {
  /** What is wrong at a path, from the last check. */
  readonly problemAt: (path: SourcePath) => string | undefined
  /** What is wrong with an entry itself or with a part of it that no field shows. */
  readonly problemsOf: (path: SourcePath, fields: readonly string[]) => readonly string[]
  /** Shows a line of the YAML. */
  readonly goToLine: (line: number) => void
}

export const SourceContext = createContext<SourceForm | undefined>(undefined)

/** The draft around a field; only inside the form. */
export function useSourceForm(): SourceForm {
  const form = useContext(SourceContext)
  if (form === undefined) throw new Error('a field of a rulebook stands outside its form')
  return form
}

/** The value at a path of the shown text. */
export function valueAt(view: SourceView, path: SourcePath): unknown {
  return sourceValue(view.value, path)
}

/** The entries of a list at a path; nothing where there is no list. */
export function recordsAt(view: SourceView, path: SourcePath): Readonly<Record<string, unknown>>[] {
  return sourceRecords(view.value, path)
}

/** `['criteria', 0, 'max']` → `criteria[0].max`, as the checker names places. */
export function placeOf(path: SourcePath): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '')
}
