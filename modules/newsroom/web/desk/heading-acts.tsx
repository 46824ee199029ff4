import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import { newsroomText } from '../messages.ts'
import type { Heading } from './desk-view.ts'
import { EndDialog } from './end-dialog.tsx'
import { HeadingUses } from './heading-uses.tsx'
import { deskText } from './messages.ts'

/** What its keeper may do with a column, category or programme. */
export function HeadingActs({ heading, onTemplate }: { heading: Heading; onTemplate?: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [open, setOpen] = useState<'rename' | 'end'>()
  const params = { headingId: heading.id }
  const done = () => refresh(deskRoutes.getDesk)
  const takeUp = useAct((_: string, options) => call(deskRoutes.endHeading, { params, body: { act: 'take_up' } }, options), done)
  const small = { size: 'compact-sm', variant: 'subtle' } as const
  return (
    <>
      {onTemplate !== undefined && (
        <Button {...small} onClick={onTemplate} aria-label={`${words.template}: ${heading.name}`}>
          {words.template}
        </Button>
      )}
      <Button {...small} onClick={() => setOpen('rename')} aria-label={`${words.rename}: ${heading.name}`}>
        {words.rename}
      </Button>
      {notEnded(heading, today) && heading.lastDay === null ? (
        <Button {...small} onClick={() => setOpen('end')} aria-label={words.endTitle(heading.name)}>
          {words.end}
        </Button>
      ) : (
        <Button {...small} loading={takeUp.busy} onClick={() => void takeUp.act(heading.id)} aria-label={`${words.takeUp}: ${heading.name}`}>
          {words.takeUp}
        </Button>
      )}
      <ErrorNotice error={takeUp.error} refusals={refusals} />
      {open === 'rename' && <RenameDialog heading={heading} onClose={() => setOpen(undefined)} />}
      {open === 'end' && <EndDialog name={heading.name} warning={(lastDay) => <HeadingUses heading={heading} lastDay={lastDay} />} onSend={(body, options) => call(deskRoutes.endHeading, { params, body }, options)} onDone={done} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function RenameDialog({ heading, onClose }: { heading: Heading; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [name, setName] = useState(heading.name)
  const [tried, setTried] = useState(false)
  const rename = useAct(
    (given: string, options) => call(deskRoutes.renameHeading, { params: { headingId: heading.id }, body: { name: given } }, options),
    async () => {
      await refresh(deskRoutes.getDesk)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (name.trim() !== '') void rename.act(name)
  }
  return (
    <Dialog title={`${words.rename}: ${heading.name}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={rename.busy}>
        <ErrorNotice error={rename.error} refusals={refusals} />
        <TextField label={words.name} hint={words.renameHint} value={name} onChange={setName} maxLength={120} autoFocus error={tried && name.trim() === '' ? words.nameNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
