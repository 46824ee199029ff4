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
import { unsentText } from './unsent-messages.ts'
import c from './unsent-page.module.css'

/** Thay đổi chưa gửi: each with what it is and where it stands, to send again, to look at or to discard; and what this device keeps. */
export function UnsentPage() {
  const words = useText(unsentText)
  const { offline } = useText(shellText)
  const { outbox, unsent } = useUnsent()
  const page = useOfflinePage()
  return (
    <Page
      title={words.title}
      description={words.body}
      actions={unsent.length > 1 && <Button onClick={() => void outbox.flushAll()}>{words.sendAll}</Button>}
      narrow
    >
      {unsent.length === 0 ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : (
        <ul className={c.list} aria-label={words.title}>
          {unsent.map((lane) => (
            <UnsentChange key={lane.key} lane={lane} />
          ))}
        </ul>
      )}
      <Section title={offline}>
        <Notice tone={outbox.durable ? 'info' : 'warn'}>
          <p>{outbox.durable ? words.sealed : words.unsealed}</p>
          <p>{page ? words.pageKept : words.pageNotKept}</p>
          <p>{words.what}</p>
        </Notice>
      </Section>
    </Page>
  )
}

function UnsentChange({ lane }: { lane: Lane<unknown> }) {
  const words = useText(unsentText)
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
      <StatusBadge tone={status === 'refused' ? 'bad' : status === 'saving' ? 'info' : 'warn'}>{words.status[state]}</StatusBadge>
      {status === 'refused' && <div className={c.why}>{elsewhere ? <p>{words.elsewhere}</p> : <ErrorNotice error={error} refusals={refusals} />}</div>}
      <div className={c.acts}>
        <ButtonLink to={place.split('?')[0] ?? place} search={Object.fromEntries(new URLSearchParams(place.split('?')[1] ?? ''))} size="compact-sm" variant={elsewhere ? 'filled' : 'default'}>
          {elsewhere ? words.compare : words.open}
        </ButtonLink>
        {!elsewhere && (
          <Button size="compact-sm" variant="default" loading={status === 'saving'} onClick={() => void lane.flush()}>
            {words.sendAgain}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking(true)}>
          {words.discard}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog title={words.discardTitle} confirmLabel={words.discard} danger onConfirm={() => lane.discard()} onClose={() => setAsking(false)}>
          <p>{words.discardBody(`${title[language]}: ${detail}`)}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}

function stateOf({ status }: SaveProgress): keyof typeof unsentText.vi.status {
  if (status === 'saving' || status === 'refused' || status === 'signed-out') return status
  return 'waiting'
}
