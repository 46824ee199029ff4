import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { readClock, readLength, showClock, showLength } from '../../domain/desk/slot.ts'
import { newsroomText } from '../messages.ts'
import type { Heading, SlotLine } from './desk-view.ts'
import { deskText } from './messages.ts'
import { isoWeekdays } from './use-weekdays.ts'
import c from './desk.module.css'

interface SlotDialogProps {
  programme: Heading
  /** The slot whose times change; a new one otherwise. */
  old?: SlotLine | undefined
  onClose: () => void
}

/** Adds a recurring slot, or other times of one from a day on. */
export function SlotDialog({ programme, old, onClose }: SlotDialogProps) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [weekdays, setWeekdays] = useState<readonly number[]>(old?.weekdays ?? [])
  const [start, setStart] = useState(old === undefined ? '' : showClock(old.startMinute))
  const [length, setLength] = useState(old === undefined ? '' : showLength(old.plannedSeconds))
  const [hardOut, setHardOut] = useState(old?.hardOut ?? false)
  const [firstDay, setFirstDay] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const add = useAct(
    (body: BodyOf<typeof deskRoutes.addSlot>, options) => call(deskRoutes.addSlot, { params: { programmeId: programme.id }, body }, options),
    async () => {
      await refresh(deskRoutes.getDesk)
      toast(words.saved)
      onClose()
    },
  )
  const startMinute = readClock(start)
  const plannedSeconds = readLength(length)
  const submit = () => {
    setTried(true)
    if (weekdays.length === 0 || startMinute === null || plannedSeconds === null || firstDay === null) return
    void add.act({ weekdays, startMinute, plannedSeconds, hardOut, firstDay, replaces: old?.id ?? null })
  }
  const title = `${old === undefined ? words.addSlot : words.changeSlot}: ${programme.name}`
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={add.busy}>
        {old !== undefined && <p className="td-quiet">{words.changeSlotHint}</p>}
        <ErrorNotice error={add.error} refusals={refusals} />
        <fieldset className={c.days} aria-describedby={tried && weekdays.length === 0 ? 'weekdays-wrong' : undefined}>
          <legend>{words.weekdays}</legend>
          <div>
            {isoWeekdays.map((day) => (
              <CheckField key={day} label={words.weekdayNames[day]} value={weekdays.includes(day)} onChange={(chosen) => setWeekdays(isoWeekdays.filter((each) => (each === day ? chosen : weekdays.includes(each))))} />
            ))}
          </div>
          {tried && weekdays.length === 0 && (
            <p id="weekdays-wrong" className={c.wrong}>
              {words.weekdaysNeeded}
            </p>
          )}
        </fieldset>
        <Columns>
          <TextField label={words.start} hint={words.startHint} value={start} onChange={setStart} maxLength={8} error={tried && startMinute === null ? words.startNeeded : undefined} />
          <TextField label={words.length} hint={words.lengthHint} value={length} onChange={setLength} maxLength={8} error={tried && plannedSeconds === null ? words.lengthNeeded : undefined} />
        </Columns>
        <CheckField label={words.hardOut} value={hardOut} onChange={setHardOut} />
        <DateField label={words.firstDay} value={firstDay} onChange={setFirstDay} error={tried && firstDay === null ? words.dayNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
