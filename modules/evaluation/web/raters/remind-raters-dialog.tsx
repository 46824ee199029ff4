import { useState } from 'react'
import type { z } from 'zod'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import type { waitingRater } from '../../contract/rater-routes.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-view.tsx'
import { campaignsText } from '../campaigns/messages.ts'
import { evaluationText } from '../messages.ts'
import { ratersText } from './messages.ts'

/** A named rater who has still to send. */
export type WaitingRater = z.output<typeof waitingRater>

interface RemindRatersDialogProps {
  campaign: Campaign
  kinds: readonly Rater[]
  /** Only this one; everybody who waits otherwise. */
  one: WaitingRater | undefined
  onClose: () => void
}

const everyKind = '*'

/** Reminds one named rater, or all who have not sent, of every kind or of one. */
export function RemindRatersDialog({ campaign, kinds, one, onClose }: RemindRatersDialogProps) {
  const words = useText(ratersText).waiting
  const common = useText(campaignsText).remind
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [kind, setKind] = useState(one?.kind ?? everyKind)
  const [text, setText] = useState(common.suggestion(showDate(campaign.due.superior)))
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.remindRaters>, options) => call(evaluationRoutes.remindRaters, { params: { campaignId: campaign.id }, body }, options),
    ({ reminded }) => {
      void refresh(evaluationRoutes.listWaitingRaters)
      toast(words.sent(reminded))
      onClose()
    },
  )
  const choices = [...(kinds.length > 1 ? [{ value: everyKind, label: words.all }] : []), ...kinds.map((each) => ({ value: each.id, label: each.name[language], ...(each.anonymous ? { hint: words.unnamedHint } : {}) }))]
  const chosen = kinds.length === 1 && one === undefined ? (kinds[0]?.id ?? everyKind) : kind
  return (
    <Dialog title={one === undefined ? words.remindAll : words.remindOne(one.rater.fullName)} onClose={onClose}>
      <Form onSubmit={() => void act({ kind: chosen === everyKind ? null : chosen, raterId: one?.rater.id ?? null, text: text.trim() })} submitLabel={common.send} busy={busy}>
        <p className="td-quiet td-small">{words.explain}</p>
        {one === undefined && <RadioField label={common.whom} value={chosen} onChange={setKind} choices={choices} />}
        <TextField label={common.text} value={text} onChange={setText} multiline rows={2} maxLength={300} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
