import type { CalendarDate } from '#kernel/calendar-date.ts'
import { DateField } from '#ui/date-field.tsx'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { slotRunsOn } from '../../domain/desk/slot.ts'
import { slotWords, type Heading, type Placement, type SlotLine } from './desk-view.ts'
import { deskText } from './messages.ts'

interface SlotFieldsProps {
  headings: readonly Heading[]
  value: Placement
  /** The day on which a programme must be in use while no other is chosen. */
  today: CalendarDate
  onChange: (value: Placement) => void
}

/** The programme a story is meant for, the day, and the slot of that day. */
export function SlotFields({ headings, value, today, onChange }: SlotFieldsProps) {
  const words = useText(deskText)
  const day = value.slotDate ?? today
  // What was chosen stays to be seen, also after it has ended.
  const programmes = headings.filter((heading) => heading.kind === 'programme' && (inUseOn(heading, day) || heading.id === value.programmeId))
  const slotsOn = (programmeId: Placement['programmeId'], date: CalendarDate | null): readonly SlotLine[] =>
    date === null ? [] : (headings.find(({ id }) => id === programmeId)?.slots.filter((slot) => slotRunsOn(slot, date)) ?? [])
  const choose = (programmeId: Placement['programmeId'], slotDate: CalendarDate | null) => {
    const slots = slotsOn(programmeId, slotDate)
    const kept = slots.find(({ id }) => id === value.slotId)
    onChange({ programmeId, slotDate: programmeId === null ? null : slotDate, slotId: kept?.id ?? (slots.length === 1 ? (slots[0]?.id ?? null) : null) })
  }
  const slots = slotsOn(value.programmeId, value.slotDate)
  return (
    <>
      <SelectField
        label={words.programme}
        value={value.programmeId}
        none={words.notPlaced}
        onChange={(programmeId) => choose(programmeId, value.slotDate)}
        choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {value.programmeId !== null && (
        <Columns>
          <DateField label={words.slotDate} value={value.slotDate} onChange={(slotDate, { valid }) => valid && choose(value.programmeId, slotDate)} />
          {value.slotDate !== null && (
            <SelectField
              label={words.slot}
              value={value.slotId}
              hint={slots.length === 0 ? words.noSlotThatDay : undefined}
              disabled={slots.length === 0}
              onChange={(slotId) => onChange({ ...value, slotId })}
              choices={slots.map((slot) => ({ value: slot.id, label: slotWords(slot) }))}
            />
          )}
        </Columns>
      )}
    </>
  )
}
