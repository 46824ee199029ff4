import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { PersonId } from '#kernel/id.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useDraft } from '#platform/web/offline/use-draft.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { pointsMissing } from '../../domain/sheet.ts'
import { evaluationText } from '../messages.ts'
import { unnamedDraft, unnamedLane } from '../offline/send-unnamed-ratings.ts'
import { sheetText } from '../sheet/messages.ts'
import { goToCell } from '../sheet/sheet-cells.ts'
import { ratersText } from './messages.ts'
import { RatingFile } from './rating-file.tsx'
import { ratingCell, RatingGrid } from './rating-grid.tsx'
import type { Points, RatedSubject, Ratings } from './rating-view.ts'
import c from './ratings.module.css'

const draftShape = z.object({ points: z.record(z.string(), z.record(z.string(), z.string())), declined: z.record(z.string(), z.string()) })
type UnnamedDraft = z.output<typeof draftShape>
const nothing: UnnamedDraft = { points: {}, declined: {} }

/**
 * Unnamed points on several people: a draft on this device alone, encrypted, and sent once for everybody. Once given out
 * of hand it is sent when there is a link, and nothing changes any more.
 */
export function UnnamedRatings({ data, rulebook, onSent }: { data: Ratings; rulebook: CompiledRulebook; onSent: () => void }) {
  const words = useText(ratersText)
  const { restored } = useText(sheetText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const { outbox } = useUnsent()
  const draft = useDraft(unnamedDraft(data.campaign.id, data.kind.id), draftShape, nothing)
  const [declining, setDeclining] = useState<RatedSubject>()
  const [asking, setAsking] = useState(false)
  const [incomplete, setIncomplete] = useState(false)
  const handed = outbox.waiting(unnamedDraft(data.campaign.id, data.kind.id))
  const refused = handed?.progress().status === 'refused'
  const locked = !draft.ready || (handed !== undefined && !refused)
  const subjects = data.subjects.filter((subject) => subject.status === 'waiting')
  const isDeclined = (id: PersonId): boolean => draft.value.declined[id] !== undefined
  const rated = subjects.filter((subject) => !isDeclined(subject.person.id))
  const pointsOf = (id: PersonId): Points => draft.value.points[id] ?? {}
  const missingOf = (subject: RatedSubject): string[] => pointsMissing({ rulebook, group: subject.group }, pointsOf(subject.person.id))
  const ask = () => {
    const first = rated.find((subject) => missingOf(subject).length > 0)
    setIncomplete(first !== undefined)
    if (first === undefined) setAsking(true)
    else goToCell(ratingCell(first.person.id, missingOf(first)[0] ?? ''))
  }
  const send = async () => {
    // What was refused before was not done; this is another attempt.
    handed?.discard()
    const lane = unnamedLane(outbox, data)
    lane.change({
      sheets: rated.map((subject) => ({ personId: subject.person.id, points: { ...pointsOf(subject.person.id) } })),
      declined: subjects.flatMap(({ person }) => (isDeclined(person.id) ? [{ personId: person.id, reason: draft.value.declined[person.id] ?? '' }] : [])),
    })
    setAsking(false)
    await lane.flush()
  }
  const wasHanded = useRef(false)
  useEffect(() => {
    if (wasHanded.current && handed === undefined) {
      void refresh(evaluationRoutes.myWork)
      toast(words.sentUnnamed)
      onSent()
    }
    wasHanded.current = handed !== undefined && !refused
  })
  return (
    <div className="td-stack">
      <LeaveGuard when={!draft.durable && Object.keys(draft.value.points).length > 0} />
      {draft.restored && !locked && (
        <Notice tone="info">
          <p>{restored}</p>
        </Notice>
      )}
      {handed !== undefined && !refused && (
        <Notice tone="info">
          <p>{words.handed}</p>
          <SaveState progress={handed.progress()} kept={outbox.durable} onRetry={() => void handed.flush()} />
        </Notice>
      )}
      {!locked && (
        <RatingFile
          data={data}
          onTake={(sheets) => {
            const filed = sheets.filter((sheet) => !isDeclined(sheet.personId)).map((sheet) => [sheet.personId, { ...pointsOf(sheet.personId), ...sheet.points }] as const)
            draft.change({ ...draft.value, points: { ...draft.value.points, ...Object.fromEntries(filed) } })
          }}
        />
      )}
      <RatingGrid
        rulebook={rulebook}
        settings={data.campaign.settings}
        subjects={subjects}
        pointsOf={pointsOf}
        onChange={(id, next) => draft.change({ ...draft.value, points: { ...draft.value.points, [id]: { ...next } } })}
        open={(subject) => !locked && !isDeclined(subject.person.id)}
        extra={(subject) =>
          locked ? null : isDeclined(subject.person.id) ? (
            <Button size="compact-xs" variant="subtle" onClick={() => draft.change({ ...draft.value, declined: without(draft.value.declined, subject.person.id) })} aria-label={`${words.undoDecline}: ${subject.person.fullName}`}>
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
      {refused && <ErrorNotice error={handed.progress().error} refusals={refusals} />}
      {!locked && (
        <div className={c.actions}>
          <Button onClick={ask}>{words.sendUnnamed}</Button>
          <span className="td-quiet td-small">{!draft.durable ? words.notKept : draft.keeping ? words.keeping : words.keptHere}</span>
        </div>
      )}
      {declining !== undefined && (
        <DeclineDialog
          subject={declining}
          onDecline={(reason) => {
            draft.change({ points: without(draft.value.points, declining.person.id), declined: { ...draft.value.declined, [declining.person.id]: reason } })
            setDeclining(undefined)
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
      {asking && (
        <ConfirmDialog title={words.sendTitle} confirmLabel={words.sendUnnamed} onConfirm={send} onClose={() => setAsking(false)} refusals={refusals}>
          <p>{words.sendUnnamedBody(rated.length, subjects.length - rated.length)}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([known]) => known !== key))
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
