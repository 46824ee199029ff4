import type { CalendarDate } from '#kernel/calendar-date.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Columns } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import type { Tone } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { rightsColours, rightsWarning, type MediaRights, type RightsColour } from '../../domain/media/rights.ts'
import { mediaText } from './messages.ts'

const tones: Readonly<Record<RightsColour, Tone>> = { green: 'good', amber: 'warn', red: 'bad' }

/** Whose a film is and whether it may be aired (bản quyền). */
export function RightsFields({ value, onChange }: { value: MediaRights; onChange: (value: MediaRights) => void }) {
  const words = useText(mediaText)
  return (
    <>
      <RadioField label={words.rights} value={value.colour} onChange={(colour) => onChange({ ...value, colour })} choices={rightsColours.map((colour) => ({ value: colour, label: words.colours[colour] }))} />
      <Columns>
        <TextField label={words.owner} value={value.owner} onChange={(owner) => onChange({ ...value, owner })} maxLength={200} />
        <DateField label={words.until} value={value.until} onChange={(until) => onChange({ ...value, until })} />
      </Columns>
      <TextField label={words.note} value={value.note} onChange={(note) => onChange({ ...value, note })} maxLength={1000} />
    </>
  )
}

/** The right to air a film, in colour and words; what asks attention is said instead. */
export function RightsBadge({ rights, day }: { rights: MediaRights; day: CalendarDate }) {
  const words = useText(mediaText)
  const warning = rightsWarning(rights, day)
  const tone = warning === 'expired' ? 'bad' : warning === 'expires-soon' ? 'warn' : tones[rights.colour]
  return (
    <StatusBadge tone={tone}>
      {warning === null ? words.colours[rights.colour] : words.warnings[warning]}
      {rights.until !== null && warning !== 'forbidden' && ` ${words.untilDay(showDate(rights.until))}`}
    </StatusBadge>
  )
}
