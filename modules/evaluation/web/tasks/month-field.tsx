import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '#ui/icons.tsx'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import { monthAfter } from './month.ts'
import c from './month-field.module.css'

interface MonthFieldProps {
  /** First day of the month; undefined for all months. */
  value: CalendarDate | undefined
  current: CalendarDate
  onChange: (month: CalendarDate | undefined) => void
}

/** A month, moved by one with the arrows; or all months. */
export function MonthField({ value, current, onChange }: MonthFieldProps) {
  const words = useText(tasksText)
  const { month: name } = useText(evaluationText)
  const shown = value === undefined ? words.allMonths : name(Number(value.slice(5, 7)), Number(value.slice(0, 4)))
  const from = value ?? current
  return (
    <div className={c.field} role="group" aria-label={words.month}>
      <Button variant="default" px={8} aria-label={words.previousMonth} onClick={() => onChange(monthAfter(from, -1))}>
        <IconChevronLeft size={18} aria-hidden="true" />
      </Button>
      <span className={c.month} role="status">
        {shown}
      </span>
      <Button variant="default" px={8} aria-label={words.nextMonth} onClick={() => onChange(monthAfter(from, 1))}>
        <IconChevronRight size={18} aria-hidden="true" />
      </Button>
      <Button variant="subtle" px={8} onClick={() => onChange(value === undefined || value !== current ? current : undefined)}>
        {value === undefined || value !== current ? words.thisMonth : words.allMonths}
      </Button>
    </div>
  )
}
