import { useState } from 'react'
import { PersonField } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { CheckField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { unitsText } from './messages.ts'
import type { Round, UnitNode } from './round-types.ts'

/** Says by hand who fills in an organisation's sheet and who recognises, or leaves it out with the reason. */
export function AdjustUnitDialog({ round, node, onClose }: { round: Round; node: UnitNode; onClose: () => void }) {
  const all = useText(unitsText)
  const words = all.adjust
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [self, setSelf] = useState(node.self)
  const [recogniser, setRecogniser] = useState(node.recogniser)
  const [excluded, setExcluded] = useState(node.excludedReason !== '')
  const [reason, setReason] = useState(node.excludedReason)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.adjustUnit>, options) => call(evaluationRoutes.adjustUnit, { params: { unitCampaignId: round.id, unitId: node.unit.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.getUnitCampaign, evaluationRoutes.listUnitCampaigns)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (excluded && reason.trim() === '') return
    void act({ version: node.version, selfId: self?.id ?? null, recogniserId: recogniser?.id ?? null, excludedReason: excluded ? reason.trim() : '' })
  }
  return (
    <Dialog title={all.round.adjustOf(node.unit.name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <PersonField label={words.self} value={self} onChange={setSelf} />
        <PersonField label={words.recogniser} hint={words.recogniserHint} value={recogniser} onChange={setRecogniser} {...(self === null ? {} : { except: self.id })} />
        <CheckField label={words.excluded} value={excluded} onChange={setExcluded} />
        {excluded && <TextField label={words.excludedReason} value={reason} onChange={setReason} multiline rows={2} maxLength={500} error={tried && reason.trim() === '' ? words.needed : undefined} />}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
