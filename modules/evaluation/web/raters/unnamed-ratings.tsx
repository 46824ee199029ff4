import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { pointsMissing } from '../../domain/sheet.ts'
import { evaluationText } from '../messages.ts'
import { goToCell } from '../sheet/sheet-cells.ts'
import { ratersText } from './messages.ts'
import { ratingCell, RatingGrid } from './rating-grid.tsx'
import type { Points, RatedSubject, Ratings } from './rating-view.ts'
import c from './ratings.module.css'

/** Unnamed points on several people: in this page's memory only, sent once for everybody. */
export function UnnamedRatings({ data, rulebook, onSent }: { data: Ratings; rulebook: CompiledRulebook; onSent: () => void }) {
  const words = useText(ratersText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [points, setPoints] = useState<ReadonlyMap<PersonId, Points>>(new Map())
  const [declined, setDeclined] = useState<ReadonlyMap<PersonId, string>>(new Map())
  const [declining, setDeclining] = useState<RatedSubject>()
  const [asking, setAsking] = useState(false)
  const [incomplete, setIncomplete] = useState(false)
  const subjects = data.subjects.filter((subject) => subject.status === 'waiting')
  const rated = subjects.filter((subject) => !declined.has(subject.person.id))
  const pointsOf = (id: PersonId): Points => points.get(id) ?? {}
  const missingOf = (subject: RatedSubject): string[] => pointsMissing({ rulebook, group: subject.group }, pointsOf(subject.person.id))
  const { act, error } = useAct(
    (body: { sheets: { personId: PersonId; points: Record<string, string> }[]; declined: { personId: PersonId; reason: string }[] }, options) =>
      call(evaluationRoutes.submitUnnamedRatings, { params: { campaignId: data.campaign.id, kind: data.kind.id }, body }, options),
    ({ submitted }) => {
      setPoints(new Map())
      void refresh(evaluationRoutes.myWork)
      toast(words.sent(submitted))
      onSent()
    },
  )
  const ask = () => {
    const first = rated.find((subject) => missingOf(subject).length > 0)
    setIncomplete(first !== undefined)
    if (first === undefined) setAsking(true)
    else goToCell(ratingCell(first.person.id, missingOf(first)[0] ?? ''))
  }
  const send = async () => {
    await act({
      sheets: rated.map((subject) => ({ personId: subject.person.id, points: { ...pointsOf(subject.person.id) } })),
      declined: [...declined].map(([personId, reason]) => ({ personId, reason })),
    })
  }
  return (
    <div className="td-stack">
      <LeaveGuard when={points.size > 0} />
      <RatingGrid
        rulebook={rulebook}
        settings={data.campaign.settings}
        subjects={subjects}
        pointsOf={pointsOf}
        onChange={(id, next) => setPoints(new Map([...points, [id, next]]))}
        open={(subject) => !declined.has(subject.person.id)}
        extra={(subject) =>
          declined.has(subject.person.id) ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setDeclined(new Map([...declined].filter(([id]) => id !== subject.person.id)))} aria-label={`${words.undoDecline}: ${subject.person.fullName}`}>
              {words.declined} · {words.undoDecline}
            </Button>
          ) : (
            <Button size="compact-xs" variant="subtle" onClick={() => setDeclining(subject)} aria-label={`${words.decline}: ${subject.person.fullName}`}>
              {words.decline}
            </Button>
          )
        }
      />
      {incomplete && (
        <Notice tone="warn" alert>
          <p>{words.incomplete}</p>
        </Notice>
      )}
      <ErrorNotice error={error} refusals={refusals} />
      <div className={c.actions}>
        <Button onClick={ask}>{words.sendUnnamed}</Button>
      </div>
      {declining !== undefined && (
        <DeclineDialog
          subject={declining}
          onDecline={(reason) => {
            setDeclined(new Map([...declined, [declining.person.id, reason]]))
            setPoints(new Map([...points].filter(([id]) => id !== declining.person.id)))
            setDeclining(undefined)
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
      {asking && (
        <ConfirmDialog title={words.sendTitle} confirmLabel={words.sendUnnamed} onConfirm={send} onClose={() => setAsking(false)} refusals={refusals}>
          <p>{words.sendUnnamedBody(rated.length, declined.size)}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function DeclineDialog({ subject, onDecline, onClose }: { subject: RatedSubject; onDecline: (reason: string) => void; onClose: () => void }) {
  const words = useText(ratersText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') onDecline(reason.trim())
  }
  return (
    <Dialog title={words.declineTitle(subject.person.fullName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.declineSave}>
        <TextField label={words.declineReason} hint={words.declineHint} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim() === '' ? words.declineNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
