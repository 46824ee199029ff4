import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import type { HeadingKind } from '../../domain/desk/heading.ts'
import { newsroomText } from '../messages.ts'
import type { Desk } from './desk-view.ts'
import { deskText } from './messages.ts'

interface HeadingDialogProps {
  kind: HeadingKind
  keepsFor: Desk['keepsFor']
  onClose: () => void
}

/** Begins a column, category or programme. */
export function HeadingDialog({ kind, keepsFor, onClose }: HeadingDialogProps) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [unitId, setUnitId] = useState<string | null>(keepsFor[0]?.id ?? null)
  const [firstDay, setFirstDay] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const add = useAct(
    (body: { unitId: string; kind: HeadingKind; name: string; firstDay: string }, options) => call(deskRoutes.addHeading, { body }, options),
    async () => {
      await refresh(deskRoutes.getDesk)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (name.trim() !== '' && unitId !== null && firstDay !== null) void add.act({ unitId, kind, name, firstDay })
  }
  return (
    <Dialog title={words.add[kind]} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.add[kind]} busy={add.busy}>
        <ErrorNotice error={add.error} refusals={refusals} />
        <TextField label={words.name} value={name} onChange={setName} maxLength={120} autoFocus error={tried && name.trim() === '' ? words.nameNeeded : undefined} />
        {keepsFor.length > 1 && <PickField label={words.unit} value={unitId} onChange={setUnitId} none={null} choices={keepsFor.map((unit) => ({ value: unit.id, label: unit.name }))} error={tried && unitId === null ? words.unitNeeded : undefined} />}
        <DateField label={words.firstDay} value={firstDay} onChange={setFirstDay} error={tried && firstDay === null ? words.dayNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
