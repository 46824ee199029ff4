import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { requestRoutes } from '../../contract/request-routes.ts'
import { personalDataText } from '../messages.ts'
import { requestsText } from './messages.ts'
import { RequestAbout, type Request } from './request-parts.tsx'
import c from './requests.module.css'

/** Accepts with the procedure, or refuses with the ground. */
export function AnswerDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const words = useText(requestsText)
  const { refusals } = useText(personalDataText)
  const refresh = useRefresh()
  const [verdict, setVerdict] = useState<'accept' | 'refuse' | null>(null)
  const [answer, setAnswer] = useState('')
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof requestRoutes.answerRequest>, options) => call(requestRoutes.answerRequest, { params: { requestId: request.id }, body }, options),
    () => {
      void refresh(requestRoutes.listRequests, requestRoutes.requestCounts)
      toast(words.answered)
      onClose()
    },
  )
  const groundMissing = verdict === 'refuse' && ground.trim() === ''
  const submit = () => {
    setTried(true)
    if (verdict === null || answer.trim() === '' || groundMissing) return
    void act({ version: request.version, verdict, answer: answer.trim(), ground: ground.trim() })
  }
  return (
    <Dialog title={words.answerTitle(request.asker.name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.send} busy={busy}>
        <p className="td-small">
          <RequestAbout request={request} />
        </p>
        <blockquote className={c.answer}>{request.reason}</blockquote>
        <RadioField
          label={words.verdict}
          value={verdict}
          onChange={setVerdict}
          choices={[
            { value: 'accept', label: words.accept, hint: words.acceptHint },
            { value: 'refuse', label: words.refuse, hint: words.refuseHint },
          ]}
          error={tried && verdict === null ? words.verdictNeeded : undefined}
        />
        <TextField label={words.answerText} value={answer} onChange={setAnswer} multiline rows={5} maxLength={4000} error={tried && answer.trim() === '' ? words.answerNeeded : undefined} />
        <TextField label={words.groundText} hint={words.groundHint} value={ground} onChange={setGround} maxLength={1000} error={tried && groundMissing ? words.groundNeeded : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}

/** Says what was done on an accepted request. */
export function CompleteDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const words = useText(requestsText)
  const { refusals } = useText(personalDataText)
  const refresh = useRefresh()
  const [outcome, setOutcome] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (text: string, options) => call(requestRoutes.completeRequest, { params: { requestId: request.id }, body: { version: request.version, outcome: text } }, options),
    () => {
      void refresh(requestRoutes.listRequests, requestRoutes.requestCounts)
      toast(words.completed)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (outcome.trim() !== '') void act(outcome.trim())
  }
  return (
    <Dialog title={words.completeTitle(request.asker.name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <p className="td-small">
          <RequestAbout request={request} />
        </p>
        <TextField label={words.outcomeText} value={outcome} onChange={setOutcome} multiline rows={4} maxLength={4000} error={tried && outcome.trim() === '' ? words.outcomeNeeded : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
