import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { ownDataRoutes } from '../../contract/own-data-routes.ts'
import { requestRoutes } from '../../contract/request-routes.ts'
import type { OwnClass } from '../../domain/own-data/classes.ts'
import { requestKinds, wayFor, type RequestKind } from '../../domain/requests/request.ts'
import { termsOn } from '../../domain/requests/terms.ts'
import { kindWords } from '../../domain/requests/words.ts'
import { personalDataText } from '../messages.ts'
import { ownDataText } from '../own-data/messages.ts'
import { wayPlaces } from '../places.ts'

/** What a request is about: one record, or all of a class. */
export interface Asked {
  readonly recordClass: OwnClass
  readonly recordId: string | null
  readonly title: string
  readonly settled: boolean
}

/** A data subject asks about named data of their own, with the reason. */
export function AskDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const words = useText(ownDataText)
  const { refusals } = useText(personalDataText)
  const language = useLanguage()
  const { today } = useSession()
  const refresh = useRefresh()
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const terms = termsOn(today)
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof requestRoutes.fileRequest>, options) => call(requestRoutes.fileRequest, { body }, options),
    (done) => {
      void refresh(requestRoutes.myRequests, ownDataRoutes.ownData)
      toast(words.sent(showDate(done.answerDue)))
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (kind !== null && reason.trim() !== '') void act({ kind, recordClass: asked.recordClass, recordId: asked.recordId, reason: reason.trim() })
  }
  return (
    <Dialog title={words.dialogTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.send} busy={busy}>
        <p>
          <span className="td-quiet">{words.about}: </span>
          <strong>{asked.title}</strong>
        </p>
        <RadioField
          label={words.kind}
          value={kind}
          onChange={setKind}
          choices={requestKinds.map((each) => ({ value: each, label: kindWords[each][language], hint: words.hints[each] }))}
          error={tried && kind === null ? words.kindNeeded : undefined}
        />
        {asked.settled && kind !== null && kind !== 'access' && (
          <Notice tone="warn">
            <p>
              {words.settled} {wayFor(asked.recordClass) === 'petition' && <Link to={wayPlaces.petition}>{words.petition}</Link>}
            </p>
          </Notice>
        )}
        <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} multiline rows={5} maxLength={4000} error={tried && reason.trim() === '' ? words.reasonNeeded : undefined} />
        {kind !== null && (
          <p className="td-quiet td-small">
            {words.terms(terms.answer.workingDays, terms.complete.days[kind])} {terms.complete.confidence === 'unverified' && words.unverified}
          </p>
        )}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
