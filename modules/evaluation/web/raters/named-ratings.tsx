import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { pointsMissing } from '../../domain/sheet.ts'
import { evaluationText } from '../messages.ts'
import { ConflictDialog } from '../sheet/conflict-dialog.tsx'
import { sheetText } from '../sheet/messages.ts'
import { ratersText } from './messages.ts'
import { RatingFile } from './rating-file.tsx'
import { RatingGrid } from './rating-grid.tsx'
import { asSheet, type Ratings } from './rating-view.ts'
import { useRatingDrafts } from './use-rating-drafts.ts'
import c from './ratings.module.css'

/** Named sheets on several people: saved while they are filled in, without a link too, and sent when complete. */
export function NamedRatings({ data, rulebook, onSent }: { data: Ratings; rulebook: CompiledRulebook; onSent: () => void }) {
  const words = useText(ratersText)
  const sheetWords = useText(sheetText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const drafts = useRatingDrafts(data)
  const [asking, setAsking] = useState(false)
  const [comparing, setComparing] = useState(false)
  const { progress, conflict } = drafts
  const waiting = data.subjects.filter((subject) => subject.status === 'waiting')
  const complete = waiting.filter((subject) => pointsMissing({ rulebook, group: subject.group }, drafts.draftOf(subject).points).length === 0)
  const comments = rulebook.raters.some((rater) => rater.id === data.kind.id && rater.fills.includes('comment'))
  const subjectOf = (id: string) => data.subjects.find((each) => each.person.id === id)
  const send = async () => {
    const versions = await drafts.settle()
    if (versions === undefined) throw progress.error instanceof Error ? progress.error : new Error('a sheet is not saved')
    const sheets = complete.map((subject) => ({ personId: subject.person.id, version: versions.get(subject.person.id) ?? 0 }))
    const { submitted } = await call(evaluationRoutes.submitRatings, { params: { campaignId: data.campaign.id, kind: data.kind.id }, body: { sheets } })
    void refresh(evaluationRoutes.myWork)
    toast(words.sent(submitted))
    onSent()
  }
  return (
    <div className="td-stack">
      {drafts.restored && (
        <Notice tone="info">
          <p>{sheetWords.restored}</p>
        </Notice>
      )}
      <RatingFile
        data={data}
        beforeReading={async () => (await drafts.settle()) !== undefined}
        onTake={(sheets) => {
          for (const { personId, points, comment } of sheets) {
            const subject = subjectOf(personId)
            if (subject !== undefined) drafts.change(subject, { points, comment })
          }
        }}
      />
      <RatingGrid
        rulebook={rulebook}
        settings={data.campaign.settings}
        subjects={data.subjects}
        pointsOf={(id) => {
          const subject = subjectOf(id)
          return subject === undefined ? {} : drafts.draftOf(subject).points
        }}
        onChange={(id, points) => {
          const subject = subjectOf(id)
          if (subject !== undefined) drafts.change(subject, { ...drafts.draftOf(subject), points })
        }}
        open={(subject) => subject.status === 'waiting'}
        extra={(subject) =>
          comments && (
            <Textarea
              aria-label={`${words.comment}: ${subject.person.fullName}`}
              placeholder={words.comment}
              rows={1}
              autosize
              maxRows={4}
              maxLength={2000}
              disabled={subject.status !== 'waiting'}
              value={drafts.draftOf(subject).comment}
              onChange={(event) => drafts.change(subject, { ...drafts.draftOf(subject), comment: event.currentTarget.value })}
            />
          )
        }
      />
      {conflict !== undefined && (
        <Notice tone="warn" alert>
          <p>{words.conflict(conflict.subject.person.fullName)}</p>
          <div>
            <Button size="compact-sm" onClick={() => setComparing(true)}>
              {sheetWords.conflict.open}
            </Button>
          </div>
        </Notice>
      )}
      {progress.status === 'refused' && conflict === undefined && <ErrorNotice error={progress.error} refusals={refusals} />}
      <div className={c.actions}>
        <Button disabled={complete.length === 0 || conflict !== undefined} onClick={() => setAsking(true)}>
          {words.send(complete.length)}
        </Button>
        <SaveState progress={progress} kept={drafts.durable} onRetry={drafts.flush} />
      </div>
      {asking && (
        <ConfirmDialog title={words.sendTitle} confirmLabel={words.send(complete.length)} onConfirm={send} onClose={() => setAsking(false)} refusals={refusals}>
          <p>{words.sendBody(complete.length)}</p>
        </ConfirmDialog>
      )}
      {comparing && conflict !== undefined && (
        <ConflictDialog
          key={conflict.subject.person.id}
          rulebook={rulebook}
          group={conflict.subject.group}
          base={asSheet(conflict.base)}
          mine={asSheet(conflict.mine)}
          theirs={asSheet(conflict.theirs)}
          theirsSavedAt={null}
          onKeep={({ points, comment }) => {
            drafts.resolve(conflict, { points, comment })
            setComparing(false)
          }}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  )
}
