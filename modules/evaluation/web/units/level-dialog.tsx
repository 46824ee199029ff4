import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { LevelFields } from '../rulebook/level-fields.tsx'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { useLevelDecision } from '../rulebook/use-level-decision.ts'
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
  const current = file.records.find((record) => record.inForce)
  const provisional = replaces ? (current?.provisionalLevel ?? null) : (file.preview?.level ?? null)
  const decision = useLevelDecision(rulebook, { provisional, decided: current?.decidedLevel ?? null, reason: replaces ? '' : (current?.decisionReason ?? ''), replaces })
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
  const submit = () => {
    const taken = decision.take()
    if (taken !== undefined) void act({ version: file.node.version, ...taken })
  }
  const title = replaces ? words.replaceTitle(file.node.unit.name) : words.decideTitle(file.node.unit.name)
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={replaces ? words.replace : words.decide} busy={busy}>
        <p>
          {words.provisional}: <LevelMark rulebook={rulebook} level={provisional} provisional />
        </p>
        <LevelFields rulebook={rulebook} decision={decision} words={{ ...words, reasonHint: replaces ? words.replaceHint : words.reasonHint }} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
