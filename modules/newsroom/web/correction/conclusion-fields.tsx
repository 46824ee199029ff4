import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Columns } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { correctionText } from './messages.ts'

/** A conclusion as it is typed. */
export interface ConclusionDraft {
  readonly documentNumber: string
  readonly documentIssuer: string
  readonly documentDate: CalendarDate | null
  readonly receivedOn: CalendarDate | null
}

/** The conclusion, or null while something of it is not there. */
export function wholeConclusion({ documentNumber, documentIssuer, documentDate, receivedOn }: ConclusionDraft) {
  if (documentDate === null || receivedOn === null || documentNumber.trim() === '' || documentIssuer.trim() === '') return null
  return { documentNumber, documentIssuer, documentDate, receivedOn }
}

/** Văn bản kết luận: its number, who concluded, its date, and when it was received, from which the term runs. */
export function ConclusionFields({ value, onChange, tried }: { value: ConclusionDraft; onChange: (value: ConclusionDraft) => void; tried: boolean }) {
  const words = useText(correctionText)
  const { today } = useSession()
  const text = (field: 'documentNumber' | 'documentIssuer', label: string, maxLength: number) => (
    <TextField label={label} value={value[field]} onChange={(typed) => onChange({ ...value, [field]: typed })} maxLength={maxLength} required error={tried && value[field].trim() === '' ? words.needed(label) : undefined} />
  )
  const day = (field: 'documentDate' | 'receivedOn', label: string) => (
    <DateField label={label} value={value[field]} onChange={(chosen) => onChange({ ...value, [field]: chosen })} max={today} required error={tried && value[field] === null ? words.needed(label) : undefined} />
  )
  return (
    <>
      <Columns>
        {text('documentNumber', words.number, 60)}
        {text('documentIssuer', words.issuer, 200)}
      </Columns>
      <Columns>
        {day('documentDate', words.documentDate)}
        {day('receivedOn', words.receivedOn)}
      </Columns>
    </>
  )
}
