import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SaveProgress } from '#platform/web/offline/save-queue.ts'
import type { Lane } from '#platform/web/offline/outbox.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { useOfflinePage } from '../offline-page.ts'
import { evaluationText } from '#modules/evaluation/web/index.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { shellText } from './messages.ts'
import c from './unsent-page.module.css'

/** Thay đổi chưa gửi: each with what it is and where it stands, to send again, to look at or to discard; and what this device keeps. */
export function UnsentPage() {
  const words = useText(shellText)
  const { outbox, unsent } = useUnsent()
  const page = useOfflinePage()
  return (
    <Page
      title={words.unsent}
      description={words.unsentBody}
      actions={unsent.length > 1 && <Button onClick={() => void outbox.flushAll()}>{words.unsentRetryAll}</Button>}
      narrow
    >
      {unsent.length === 0 ? (
        <EmptyState title={words.unsentNone}>{words.unsentNoneBody}</EmptyState>
      ) : (
        <ul className={c.list} aria-label={words.unsent}>
          {unsent.map((lane) => (
            <UnsentChange key={lane.key} lane={lane} />
          ))}
        </ul>
      )}
      <Section title={words.offline}>
        <Notice tone={outbox.durable ? 'info' : 'warn'}>
          <p>{outbox.durable ? words.offlineSealed : words.offlineUnsealed}</p>
          <p>{page ? words.offlinePage : words.offlineNoPage}</p>
          <p>{words.offlineWhat}</p>
        </Notice>
      </Section>
    </Page>
  )
}

function UnsentChange({ lane }: { lane: Lane<unknown> }) {
  const words = useText(shellText)
  const language = useLanguage()
  const { refusals } = useText(evaluationText)
  const [asking, setAsking] = useState(false)
  const progress = lane.progress()
  const { status, error } = progress
  const { title, detail, place } = lane.about
  const elsewhere = isRefused(error) && error.code.endsWith('.changed')
  const state = stateOf(progress)
  return (
    <li className={c.change}>
      <div className={c.what}>
        <strong>{title[language]}</strong>
        <span>{detail}</span>
      </div>
      <StatusBadge tone={status === 'refused' ? 'bad' : status === 'saving' ? 'info' : 'warn'}>{words.unsentStatus[state]}</StatusBadge>
      {status === 'refused' && <div className={c.why}>{elsewhere ? <p>{words.unsentElsewhere}</p> : <ErrorNotice error={error} refusals={refusals} />}</div>}
      <div className={c.acts}>
        <ButtonLink to={place.split('?')[0] ?? place} search={Object.fromEntries(new URLSearchParams(place.split('?')[1] ?? ''))} size="compact-sm" variant={elsewhere ? 'filled' : 'default'}>
          {elsewhere ? words.unsentCompare : words.unsentOpenPlace}
        </ButtonLink>
        {!elsewhere && (
          <Button size="compact-sm" variant="default" loading={status === 'saving'} onClick={() => void lane.flush()}>
            {words.unsentRetry}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking(true)}>
          {words.unsentDiscard}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog title={words.unsentDiscardTitle} confirmLabel={words.unsentDiscard} danger onConfirm={() => lane.discard()} onClose={() => setAsking(false)}>
          <p>{words.unsentDiscardBody(`${title[language]}: ${detail}`)}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}

function stateOf({ status }: SaveProgress): keyof typeof shellText.vi.unsentStatus {
  if (status === 'saving' || status === 'refused' || status === 'signed-out') return status
  return 'waiting'
}
