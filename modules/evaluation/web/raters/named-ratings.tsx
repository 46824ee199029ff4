import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { pointsMissing } from '../../domain/sheet.ts'
import { evaluationText } from '../messages.ts'
import { ratersText } from './messages.ts'
import { RatingGrid } from './rating-grid.tsx'
import type { Ratings } from './rating-view.ts'
import { useRatingSaves } from './use-rating-saves.ts'
import c from './ratings.module.css'

/** Named sheets on several people: saved while they are filled in, sent when complete. */
export function NamedRatings({ data, rulebook, onSent }: { data: Ratings; rulebook: CompiledRulebook; onSent: () => void }) {
  const words = useText(ratersText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const saves = useRatingSaves(data)
  const [asking, setAsking] = useState(false)
  const { progress, conflict } = saves
  const waiting = data.subjects.filter((subject) => subject.status === 'waiting')
  const complete = waiting.filter((subject) => pointsMissing({ rulebook, group: subject.group }, saves.draftOf(subject.person.id).points).length === 0)
  const comments = rulebook.raters.some((rater) => rater.id === data.kind.id && rater.fills.includes('comment'))
  const send = async () => {
    const versions = await saves.flush()
    if (versions === undefined) throw progress.error instanceof Error ? progress.error : new Error('a sheet is not saved')
    const sheets = complete.map((subject) => ({ personId: subject.person.id, version: versions.get(subject.person.id) ?? 0 }))
    const { submitted } = await call(evaluationRoutes.submitRatings, { params: { campaignId: data.campaign.id, kind: data.kind.id }, body: { sheets } })
    void refresh(evaluationRoutes.myWork)
    toast(words.sent(submitted))
    onSent()
  }
  return (
    <div className="td-stack">
      <LeaveGuard when={progress.status === 'dirty' || progress.status === 'offline' || progress.status === 'refused'} />
      <RatingGrid
        rulebook={rulebook}
        settings={data.campaign.settings}
        subjects={data.subjects}
        pointsOf={(id) => saves.draftOf(id).points}
        onChange={(id, points) => saves.change(id, { ...saves.draftOf(id), points })}
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
              value={saves.draftOf(subject.person.id).comment}
              onChange={(event) => saves.change(subject.person.id, { ...saves.draftOf(subject.person.id), comment: event.currentTarget.value })}
            />
          )
        }
      />
      {conflict !== undefined && (
        <Notice tone="warn" alert>
          <p>{words.conflict(data.subjects.find((each) => each.person.id === conflict.personId)?.person.fullName ?? '')}</p>
          <div className={c.actions}>
            <Button size="compact-sm" variant="default" onClick={() => saves.settle('theirs')}>
              {words.takeTheirs}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => saves.settle('mine')}>
              {words.keepMine}
            </Button>
          </div>
        </Notice>
      )}
      {progress.status === 'refused' && conflict === undefined && <ErrorNotice error={progress.error} refusals={refusals} />}
      <div className={c.actions}>
        <Button disabled={complete.length === 0 || conflict !== undefined} onClick={() => setAsking(true)}>
          {words.send(complete.length)}
        </Button>
        <SaveState progress={progress} onRetry={() => void saves.flush()} />
      </div>
      {asking && (
        <ConfirmDialog title={words.sendTitle} confirmLabel={words.send(complete.length)} onConfirm={send} onClose={() => setAsking(false)} refusals={refusals}>
          <p>{words.sendBody(complete.length)}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
