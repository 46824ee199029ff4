import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Question } from './council-view.ts'
import { councilText } from './messages.ts'

/** The chair ends a ballot before everybody has voted; the reason goes into the minutes. */
export function EndDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { ballot: words, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { version: number; reason: string }, options) => call(evaluationRoutes.closeQuestion, { params: { questionId: question.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.getMeeting, evaluationRoutes.meetingBoard)
      toast(words.ended)
      onClose()
    },
  )
  return (
    <Dialog title={words.endTitle} onClose={onClose}>
      <Form
        onSubmit={() => {
          setTried(true)
          if (reason.trim() !== '') void act({ version: question.version, reason })
        }}
        submitLabel={words.end}
        busy={busy}
      >
        <p>{question.method === 'devices' ? words.endHint : words.endOnPaper}</p>
        <TextField label={words.reason} value={reason} onChange={setReason} multiline rows={3} maxLength={1000} error={tried && reason.trim() === '' ? needed : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
