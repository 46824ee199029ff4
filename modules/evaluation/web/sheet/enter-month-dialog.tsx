import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { showDecimal } from '#ui/decimal.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { sheetText } from './messages.ts'

interface EnterMonthDialogProps {
  personId: PersonId
  month: CalendarDate
  /** `tháng 5/2026` */
  monthName: string
  /** What was entered before. */
  known: { readonly total: string; readonly note: string } | undefined
  onClose: () => void
}

/** Enters one month's score carried over from paper or from the former body, with its ground (article 19.1). */
export function EnterMonthDialog({ personId, month, monthName, known, onClose }: EnterMonthDialogProps) {
  const words = useText(sheetText).year
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [points, setPoints] = useState<string | null>(known?.total ?? null)
  const [valid, setValid] = useState(true)
  const [note, setNote] = useState(known?.note ?? '')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { total: string; note: string }, options) => call(evaluationRoutes.enterMonthlyScore, { params: { personId, month }, body }, options),
    ({ total }) => {
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.history, evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.quotas)
      toast(words.saved(monthName, showDecimal(total, language)))
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (points !== null && valid && note.trim() !== '') void act({ total: points, note: note.trim() })
  }
  return (
    <Dialog title={words.enterTitle(monthName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <p className="td-quiet td-small">{words.enterHint}</p>
        <ErrorNotice error={error} refusals={refusals} />
        <NumberField
          label={words.points}
          hint={words.pointsRange}
          value={points}
          places={2}
          min="0"
          max="100"
          onChange={(next, state) => {
            setPoints(next)
            setValid(state.valid)
          }}
          error={tried && points === null ? words.pointsNeeded : undefined}
        />
        <TextField label={words.note} hint={words.noteHint} value={note} onChange={setNote} maxLength={500} error={tried && note.trim() === '' ? words.noteNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
