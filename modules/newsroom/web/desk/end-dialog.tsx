import { useState, type ReactNode } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { newsroomText } from '../messages.ts'
import { deskText } from './messages.ts'

/** How something stops being used. */
export type Ending = { readonly act: 'end'; readonly lastDay: string } | { readonly act: 'remove' }

interface EndDialogProps {
  name: string
  /** What to know before it ends with a day. */
  warning?: (lastDay: CalendarDate) => ReactNode
  onSend: (body: Ending, options: { requestId: string }) => Promise<unknown>
  onDone: () => Promise<void>
  onClose: () => void
}

/** Asks whether something ends with a day, or was never meant. */
export function EndDialog({ name, warning, onSend, onDone, onClose }: EndDialogProps) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const [act, setAct] = useState<Ending['act']>('end')
  const [lastDay, setLastDay] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const ending = useAct(onSend, async () => {
    await onDone()
    toast(words.saved)
    onClose()
  })
  const submit = () => {
    setTried(true)
    if (act === 'remove') void ending.act({ act })
    else if (lastDay !== null) void ending.act({ act, lastDay })
  }
  return (
    <Dialog title={words.endTitle(name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={ending.busy}>
        <ErrorNotice error={ending.error} refusals={refusals} />
        <RadioField
          label={words.end}
          value={act}
          onChange={setAct}
          choices={[
            { value: 'end', label: words.endOn },
            { value: 'remove', label: words.remove },
          ]}
        />
        {act === 'end' && <DateField label={words.lastDay} value={lastDay} onChange={setLastDay} error={tried && lastDay === null ? words.dayNeeded : undefined} />}
        {act === 'end' && lastDay !== null && warning?.(lastDay)}
      </Form>
    </Dialog>
  )
}
