import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { newsroomText } from '../messages.ts'
import { rundownText } from './messages.ts'
import { TimeField } from './time-field.tsx'

/** Name, day, start and hard out as typed. */
export interface Head {
  readonly name: string
  readonly date: CalendarDate | null
  readonly startMs: number | null
  readonly outMs: number | null
}

interface HeadDialogProps {
  title: string
  begin: Head
  /** The day of a rundown that is there stays. */
  withDate: boolean
  busy: boolean
  error: unknown
  onSave: (head: Head & { readonly date: CalendarDate; readonly startMs: number }) => void
  onClose: () => void
}

const day = 86_400_000

/** Name and times of a rundown. A hard out before the start is that of the next day. */
export function HeadDialog({ title, begin, withDate, busy, error, onSave, onClose }: HeadDialogProps) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const [head, setHead] = useState(begin)
  const [wrong, setWrong] = useState({ start: false, out: false })
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    const { name, date, startMs, outMs } = head
    if (name.trim() === '' || date === null || startMs === null || wrong.start || wrong.out) return
    onSave({ name, date, startMs, outMs: outMs === null || outMs > startMs ? outMs : outMs + day })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <ErrorNotice error={error} refusals={refusals} />
        <TextField label={words.name} value={head.name} onChange={(name) => setHead({ ...head, name })} maxLength={200} autoFocus error={tried && head.name.trim() === '' ? words.nameNeeded : undefined} />
        {withDate && <DateField label={words.date} value={head.date} onChange={(date) => setHead({ ...head, date })} error={tried && head.date === null ? words.dateNeeded : undefined} />}
        <Columns>
          <TimeField
            kind="clock"
            label={words.start}
            hint={words.clockHint}
            wrong={words.clockNeeded}
            value={head.startMs}
            error={tried && head.startMs === null ? words.clockNeeded : undefined}
            onChange={(startMs, { valid }) => {
              setHead({ ...head, startMs })
              setWrong({ ...wrong, start: !valid })
            }}
          />
          <TimeField
            kind="clock"
            label={words.out}
            hint={words.outHint}
            wrong={words.clockNeeded}
            value={head.outMs}
            onChange={(outMs, { valid }) => {
              setHead({ ...head, outMs })
              setWrong({ ...wrong, out: !valid })
            }}
          />
        </Columns>
      </Form>
    </Dialog>
  )
}
