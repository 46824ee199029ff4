import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { decidableLevels, leastReason } from '../../domain/decision.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { LevelReason } from '../rulebook/level-reason.tsx'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { unitsText } from './messages.ts'
import type { UnitFile } from './round-types.ts'

interface LevelDialogProps {
  file: UnitFile
  rulebook: CompiledRulebook
  /** A first decision, or one that replaces a published one. */
  replaces: boolean
  onClose: () => void
}

/** The recogniser decides an organisation's level, or replaces a published one; a reason where it differs. */
export function LevelDialog({ file, rulebook, replaces, onClose }: LevelDialogProps) {
  const words = useText(unitsText).file
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const { nameOf } = useLevels(rulebook)
  const levels = decidableLevels(rulebook)
  const current = file.records.find((record) => record.inForce)
  const provisional = replaces ? (current?.provisionalLevel ?? null) : (file.preview?.level ?? null)
  const usual = provisional !== null && levels.includes(provisional) ? provisional : null
  const [level, setLevel] = useState<string | null>(replaces ? null : (current?.decidedLevel ?? usual))
  const [reason, setReason] = useState(replaces ? '' : (current?.decisionReason ?? ''))
  const [tried, setTried] = useState(false)
  const needsReason = replaces || (level !== null && level !== provisional)
  const params = { unitCampaignId: file.campaign.id, unitId: file.node.unit.id }
  const { act, busy, error } = useAct(
    (body: { version: number; level: string; reason: string }, options) =>
      replaces ? call(evaluationRoutes.replaceUnitLevel, { params, body }, options) : call(evaluationRoutes.decideUnit, { params, body }, options),
    (done) => {
      void refresh(evaluationRoutes.getUnitFile, evaluationRoutes.getUnitCampaign, evaluationRoutes.listUnitCampaigns, evaluationRoutes.myWork, evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.listUnitLevels)
      toast(replaces ? words.replaced : words.decided(done.headsComputed))
      onClose()
    },
  )
  const short = needsReason && reason.trim().length < leastReason
  const submit = () => {
    setTried(true)
    if (level !== null && !short) void act({ version: file.node.version, level, reason: needsReason ? reason.trim() : '' })
  }
  const title = replaces ? words.replaceTitle(file.node.unit.name) : words.decideTitle(file.node.unit.name)
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={replaces ? words.replace : words.decide} busy={busy}>
        <p>
          {words.provisional}: <LevelMark rulebook={rulebook} level={provisional} provisional />
        </p>
        <RadioField
          label={words.level}
          value={level}
          onChange={setLevel}
          choices={levels.map((each) => ({ value: each, label: nameOf(each), ...(each === usual ? { hint: words.asProposed } : {}) }))}
          error={tried && level === null ? words.levelNeeded : undefined}
        />
        {needsReason && (
          <LevelReason label={words.reason} hint={replaces ? words.replaceHint : words.reasonHint} needed={words.reasonNeeded} value={reason} onChange={setReason} tried={tried} />
        )}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
