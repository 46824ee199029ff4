import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import type { Heading } from './desk-view.ts'
import { deskText } from './messages.ts'

interface HeadingFieldProps {
  label: string
  kind: 'column' | 'category'
  headings: readonly Heading[]
  today: CalendarDate
  value: string
  onChange: (value: string) => void
}

const other = '\u0000other'

/** A column or category from the desk's list; another can be typed, as old stories have some nobody keeps any more. */
export function HeadingField({ label, kind, headings, today, value, onChange }: HeadingFieldProps) {
  const words = useText(deskText)
  const [typing, setTyping] = useState(false)
  const names = [...new Set(headings.filter((heading) => heading.kind === kind && inUseOn(heading, today)).map(({ name }) => name))]
  if (names.length === 0) return <TextField label={label} value={value} onChange={onChange} maxLength={120} />
  const typed = typing || (value !== '' && !names.includes(value))
  const choose = (chosen: string | null) => {
    setTyping(chosen === other)
    onChange(chosen === other || chosen === null ? '' : chosen)
  }
  return (
    <div className="td-stack-tight">
      <SelectField label={label} value={typed ? other : value === '' ? null : value} onChange={choose} choices={[...names.map((name) => ({ value: name, label: name })), { value: other, label: words.other }]} />
      {typed && <TextField label={words.otherName(label)} value={value} onChange={onChange} maxLength={120} />}
    </div>
  )
}
