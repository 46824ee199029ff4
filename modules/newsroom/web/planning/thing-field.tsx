import { useState } from 'react'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { planningText } from './messages.ts'

interface ThingFieldProps {
  label: string
  /** Those taken lately. */
  names: readonly string[]
  value: string
  onChange: (value: string) => void
}

const other = '\u0000other'

/** A camera or vehicle: one taken lately, or another as the desk calls it. */
export function ThingField({ label, names, value, onChange }: ThingFieldProps) {
  const words = useText(planningText)
  const [typing, setTyping] = useState(value !== '' && !names.includes(value))
  if (names.length === 0) return <TextField label={label} value={value} onChange={onChange} maxLength={120} />
  return (
    <div className="td-stack-tight">
      <SelectField
        label={label}
        value={typing ? other : value === '' ? null : value}
        none={words.nobody}
        onChange={(chosen) => {
          setTyping(chosen === other)
          onChange(chosen === other || chosen === null ? '' : chosen)
        }}
        choices={[...names.map((name) => ({ value: name, label: name })), { value: other, label: words.other }]}
      />
      {typing && <TextField label={words.otherOf(label)} value={value} onChange={onChange} maxLength={120} />}
    </div>
  )
}
