import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { newsroomText } from '../messages.ts'
import { correctionPlace } from '../places.ts'
import { ConclusionFields, wholeConclusion, type ConclusionDraft } from './conclusion-fields.tsx'
import { correctionText } from './messages.ts'

interface OpenDialogProps {
  storyId: Id<'story'>
  airings: readonly { readonly id: Id<'airing'>; readonly programme: string; readonly startedAt: string }[]
  onClose: () => void
}

/** Begins a correction: of which airing, after which conclusion, received when. */
export function OpenDialog({ storyId, airings, onClose }: OpenDialogProps) {
  const words = useText(correctionText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const navigate = useNavigate()
  const [airingId, setAiringId] = useState(airings.at(-1)?.id ?? null)
  const [conclusion, setConclusion] = useState<ConclusionDraft>({ documentNumber: '', documentIssuer: '', documentDate: null, receivedOn: today })
  const [tried, setTried] = useState(false)
  const open = useAct(
    (body: BodyOf<typeof correctionRoutes.openCorrection>, options) => call(correctionRoutes.openCorrection, { params: { storyId }, body }, options),
    async ({ id }) => navigate({ to: correctionPlace(id) }),
  )
  const submit = () => {
    setTried(true)
    const whole = wholeConclusion(conclusion)
    if (airingId !== null && whole !== null) void open.act({ airingId, ...whole })
  }
  return (
    <Dialog title={words.open} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.open} busy={open.busy}>
        <ErrorNotice error={open.error} refusals={refusals} />
        <SelectField label={words.airing} value={airingId} none={null} onChange={setAiringId} choices={airings.map(({ id, programme, startedAt }) => ({ value: id, label: `${showMoment(startedAt)}, ${programme}` }))} />
        <ConclusionFields value={conclusion} onChange={setConclusion} tried={tried} />
      </Form>
    </Dialog>
  )
}
