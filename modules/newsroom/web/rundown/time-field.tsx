import { useState } from 'react'
import { TextField, type FieldProps } from '#ui/text-field.tsx'
import { readClock, readLength, showClock, showLength } from '../../domain/rundown/clock.ts'

interface TimeFieldProps extends FieldProps {
  value: number | null
  /** Called with what was typed; `valid: false` while it cannot be read. */
  onChange: (value: number | null, state: { readonly valid: boolean }) => void
  /** A time of day or a length. */
  kind: 'clock' | 'length'
  /** Said when it cannot be read. */
  wrong: string
  autoFocus?: boolean
}

/** A field for a time of day (19:45:30) or a length (2:05), both in milliseconds. */
export function TimeField({ value, onChange, kind, wrong, error, ...rest }: TimeFieldProps) {
  const show = kind === 'clock' ? showClock : showLength
  const read = kind === 'clock' ? readClock : readLength
  const [text, setText] = useState(value === null ? '' : show(value))
  const valid = text.trim() === '' || read(text) !== null
  return (
    <TextField
      {...rest}
      value={text}
      maxLength={12}
      error={valid ? error : wrong}
      onChange={(next) => {
        setText(next)
        const asRead = next.trim() === '' ? null : read(next)
        onChange(asRead, { valid: next.trim() === '' || asRead !== null })
      }}
    />
  )
}
