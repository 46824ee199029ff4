import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import c from './rulebooks.module.css'

/** What others may ask of the text: to show a line. */
export interface YamlHandle {
  readonly goToLine: (line: number) => void
}

interface YamlEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  readOnly: boolean
  /** Lines with a fault, and what it is. */
  faults: ReadonlyMap<number, string>
  ref: Ref<YamlHandle>
}

// Fixed in the stylesheet too: lines and their numbers must stand side by side.
const lineHeight = 20

/** The YAML as text with numbered lines; lines with a fault are marked and say it when pointed at. */
export function YamlEditor({ label, value, onChange, readOnly, faults, ref }: YamlEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => value.split('\n').length, [value])
  // One text: an element for each of thousands of lines would be looked through by everything that looks at the page.
  const numbers = useMemo(() => Array.from({ length: lines }, (_, i) => i + 1).join('\n'), [lines])
  const scroll = () => {
    if (gutter.current !== null && area.current !== null) gutter.current.scrollTop = area.current.scrollTop
  }
  useEffect(scroll, [value])
  useImperativeHandle(ref, () => ({
    goToLine(line) {
      const text = area.current
      if (text === null) return
      const start = text.value.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
      const end = text.value.indexOf('\n', start)
      text.focus({ preventScroll: true })
      text.setSelectionRange(start, end < 0 ? text.value.length : end)
      text.scrollTop = Math.max(0, (line - 5) * lineHeight)
      text.scrollLeft = 0
      text.scrollIntoView({ block: 'nearest' })
      scroll()
    },
  }))
  return (
    <div className={c.yaml}>
      <div className={c.gutter} ref={gutter} aria-hidden="true">
        <div className={c.numbers}>
          {numbers}
          {[...faults].map(([line, fault]) => (
            <span key={line} style={{ top: (line - 1) * lineHeight }} title={fault}>
              {line}
            </span>
          ))}
        </div>
      </div>
      <textarea
        ref={area}
        className={c.text}
        aria-label={label}
        value={value}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onScroll={scroll}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
