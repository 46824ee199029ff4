import { Button } from '@mantine/core'
import { IconLock, IconX } from '#ui/icons.tsx'
import { useState } from 'react'
import type { z } from 'zod'
import type { SecrecyLevel } from '#kernel/secrecy.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import type { PaperAbout } from '#ui/paper-stubs.ts'
import { secrecyWords } from '#ui/refusal-words.ts'
import { newRequestId } from '#ui/request-id.ts'
import { useText } from '#ui/text.ts'
import { classifiedRoutes, type stubView } from '../../contract/classified-routes.ts'
import { stubAbouts } from '../../domain/classified/stub.ts'
import { personalDataText } from '../messages.ts'
import { classifiedText } from './messages.ts'
import { StubDialog } from './stub-dialog.tsx'
import c from './stubs.module.css'

type Stub = z.output<typeof stubView>

interface StubsPanelProps {
  about: PaperAbout
  mayAdd: boolean
  refused: SecrecyLevel | null
}

/** Stubs in place of classified papers of one thing; the offer of one when a paper was refused. */
export function StubsPanel({ about, mayAdd, refused }: StubsPanelProps) {
  const words = useText(classifiedText)
  const kind = stubAbouts.find((each) => each === about.kind)
  const { data, error } = useLoad(classifiedRoutes.stubsAbout, { params: { kind: kind ?? 'task', id: about.id } }, { enabled: kind !== undefined })
  const [adding, setAdding] = useState(false)
  if (kind === undefined) return null
  const items = data?.items ?? []
  const offered = mayAdd && (refused !== null || items.length > 0)
  if (items.length === 0 && !offered) return <ErrorNotice error={error} />
  return (
    <div className={c.panel}>
      {items.length > 0 && <h3>{words.heading}</h3>}
      <ul className={c.list}>
        {items.map((stub) => (
          <StubLine key={stub.id} stub={stub} mayRemove={mayAdd && data?.can.includes('add') === true} />
        ))}
      </ul>
      {offered && (
        <div>
          <Button variant={refused === null ? 'subtle' : 'filled'} size="compact-md" leftSection={<IconLock size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {adding && <StubDialog about={{ kind, id: about.id }} level={refused} onClose={() => setAdding(false)} />}
    </div>
  )
}

function StubLine({ stub, mayRemove }: { stub: Stub; mayRemove: boolean }) {
  const words = useText(classifiedText)
  const { refusals } = useText(personalDataText)
  const levels = secrecyWords[useLanguage()]
  const refresh = useRefresh()
  const [removing, setRemoving] = useState(false)
  return (
    <li>
      <IconLock size={16} aria-hidden="true" />
      <span>{words.line(stub.number, showDate(stub.issuedOn), stub.issuer)}</span>
      <StatusBadge tone="bad">{levels[stub.secrecy]}</StatusBadge>
      <span className="td-quiet td-small">{words.kept(stub.keptAt)}</span>
      {mayRemove && (
        <button type="button" className={c.remove} aria-label={words.remove(stub.number)} onClick={() => setRemoving(true)}>
          <IconX size={16} aria-hidden="true" />
        </button>
      )}
      {removing && (
        <ConfirmDialog
          title={words.removeTitle}
          confirmLabel={words.removeConfirm}
          danger
          refusals={refusals}
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await call(classifiedRoutes.removeStub, { params: { stubId: stub.id } }, { requestId: newRequestId() })
            await refresh(classifiedRoutes.stubsAbout, classifiedRoutes.listStubs)
          }}
        >
          <p>{words.removeBody}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}
