import { useId, useState } from 'react'
import { useText } from '#ui/text.ts'
import { readTimecode, writeTimecode } from '../../domain/story/timecode.ts'
import { editorText } from './messages.ts'
import c from './cut-fields.module.css'

interface CutFieldsProps {
  inMs: number | null
  outMs: number | null
  reachable: boolean
  onMark: (mark: 'inMs' | 'outMs', ms: number | null) => void
  /** Writing goes on in the words. */
  onLeave: () => void
}

/** Where a soundbite begins and ends in its film, typed as timecodes. What is wrong is said at the field and not kept. */
export function CutFields({ inMs, outMs, reachable, onMark, onLeave }: CutFieldsProps) {
  const words = useText(editorText)
  return (
    <>
      <CutField label={words.cutIn} ms={inMs} reachable={reachable} problemOf={(ms) => (outMs !== null && ms >= outMs ? words.inAfterOut : undefined)} onMark={(ms) => onMark('inMs', ms)} onLeave={onLeave} />
      <CutField label={words.cutOut} ms={outMs} reachable={reachable} problemOf={(ms) => (inMs !== null && ms <= inMs ? words.outBeforeIn : undefined)} onMark={(ms) => onMark('outMs', ms)} onLeave={onLeave} />
    </>
  )
}

interface CutFieldProps {
  label: string
  ms: number | null
  reachable: boolean
  problemOf: (ms: number) => string | undefined
  onMark: (ms: number | null) => void
  onLeave: () => void
}

function CutField({ label, ms, reachable, problemOf, onMark, onLeave }: CutFieldProps) {
  const words = useText(editorText)
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const keep = (): boolean => {
    if (typed === undefined) return problem === undefined
    const read = readTimecode(typed)
    const wrong = 'problem' in read ? words.notATimecode : read.ms === null ? undefined : problemOf(read.ms)
    setProblem(wrong)
    if (wrong !== undefined || 'problem' in read) return false
    setTyped(undefined)
    if (read.ms !== ms) onMark(read.ms)
    return true
  }
  const drop = () => {
    setTyped(undefined)
    setProblem(undefined)
    onLeave()
  }
  return (
    <span className={c.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={typed ?? (ms === null ? '' : writeTimecode(ms))}
        placeholder="mm:ss"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={14}
        tabIndex={reachable ? 0 : -1}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-wrong`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            if (keep()) onLeave()
          }
          if (event.key === 'Escape') drop()
        }}
      />
      {problem !== undefined && (
        <span id={`${id}-wrong`} role="alert" className={c.wrong}>
          {problem}
        </span>
      )}
    </span>
  )
}
