import { TextInput } from '@mantine/core'
import { IconCalendar } from './icons.tsx'
import { useId, useRef, useState } from 'react'
import { parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { showDate } from './format.ts'
import { readTypedDate } from './typed-date.ts'
import { useText } from './text.ts'
import { labelOf, type FieldProps } from './text-field.tsx'
import { uiText } from './words.ts'
import c from './fields.module.css'

interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, null when empty. */
  value: string | null
  onChange: (value: CalendarDate | null, state: { valid: boolean }) => void
  onBlur?: () => void
  min?: string
  max?: string
}

/** A date typed as on paper (dd/MM/yyyy), or picked from the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onBlur, min, max } = props
  const words = useText(uiText)
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<{ text: string; from: string | null } | undefined>()
  const [left, setLeft] = useState(true)
  const typing = typed !== undefined && typed.from === value
  const text = typing ? typed.text : value === null ? '' : showDate(value)

  const problemOf = (candidate: string): string | undefined => {
    if (candidate.trim() === '') return undefined
    const date = readTypedDate(candidate)
    if (date === undefined) return words.notADate
    if (min !== undefined && date < min) return words.dateTooEarly(showDate(min))
    if (max !== undefined && date > max) return words.dateTooLate(showDate(max))
    return undefined
  }
  const change = (next: string) => {
    const problem = problemOf(next)
    const date = problem === undefined ? (next.trim() === '' ? null : (readTypedDate(next) ?? null)) : (value as CalendarDate | null)
    setTyped({ text: next, from: date })
    onChange(date, { valid: problem === undefined })
  }
  const problem = left ? problemOf(text) : undefined
  return (
    <TextInput
      id={id}
      {...labelOf(props)}
      error={problem ?? props.error}
      value={text}
      placeholder="dd/mm/yyyy"
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (problemOf(text) === undefined) setTyped(undefined)
        onBlur?.()
      }}
      rightSection={
        <span className={c.picker}>
          <button
            type="button"
            aria-label={`${words.pickDate}: ${props.label}`}
            disabled={props.disabled}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={18} aria-hidden="true" />
          </button>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            min={min}
            max={max}
            onChange={(event) => {
              const date = parseIsoDate(event.currentTarget.value)
              setTyped(undefined)
              onChange(date ?? null, { valid: true })
            }}
          />
        </span>
      }
    />
  )
}
