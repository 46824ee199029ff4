import type { CampaignId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { showDecimal } from '#ui/decimal.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { leastReason } from '../../domain/decision.ts'
import { levelNotes } from '../../domain/level-account.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { LevelFields } from '../rulebook/level-fields.tsx'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { useLevelDecision } from '../rulebook/use-level-decision.ts'
import { WaitsForUnit } from '../units/unit-bound-notice.tsx'
import { resultsText } from './messages.ts'
import { ReasonList } from './reason-list.tsx'
import type { ResultRow } from './result-view.ts'

interface DecideDialogProps {
  campaignId: CampaignId
  rulebook: CompiledRulebook
  row: ResultRow
  onClose: () => void
}

/** The authority's decision (articles 10.2 and 21): any level; a reason where it is not the provisional one. */
export function DecideDialog({ campaignId, rulebook, row, onClose }: DecideDialogProps) {
  const words = useText(resultsText).decide
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const decision = useLevelDecision(rulebook, { provisional: row.provisionalLevel, decided: row.decidedLevel, reason: row.decisionReason, replaces: false })
  const { act, busy, error } = useAct(
    (body: { version: number; level: string; reason: string }, options) => call(evaluationRoutes.decide, { params: { campaignId, personId: row.person.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.quotas, evaluationRoutes.getCampaign, evaluationRoutes.listParticipants, evaluationRoutes.myWork)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    const taken = decision.take()
    if (taken !== undefined) void act({ version: row.version, ...taken })
  }
  return (
    <Dialog title={words.title(row.person.fullName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <Facts
          items={[
            {
              label: words.score,
              value: (
                <>
                  <strong>{row.total === null ? '—' : showDecimal(row.total, language)}</strong> <Link {...places.result(campaignId, row.person.id)}>{words.why}</Link>
                </>
              ),
            },
            { label: words.provisional, value: <LevelMark rulebook={rulebook} level={row.provisionalLevel} provisional /> },
          ]}
        />
        <ReasonList title={words.warnings} reasons={row.provisionalLevel === null ? [] : levelNotes(rulebook, row.provisionalLevel, row.warnings)} />
        {row.waitsForUnit !== null && (
          <p>
            <WaitsForUnit waits={row.waitsForUnit} />
          </p>
        )}
        {row.earlyResponses > 0 && (
          <p>
            <Link {...places.result(campaignId, row.person.id)}>{words.responded(row.earlyResponses)}</Link>
          </p>
        )}
        <LevelFields rulebook={rulebook} decision={decision} words={{ ...words, reasonNeeded: words.reasonNeeded(leastReason) }} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
