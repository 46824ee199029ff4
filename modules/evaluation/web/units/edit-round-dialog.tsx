import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { ParticularsDialog } from '../campaigns/particulars-dialog.tsx'
import { unitsText } from './messages.ts'
import type { Round } from './round-types.ts'

/** Changes the name and deadlines of a round; in a draft also how its rules are read. */
export function EditRoundDialog({ round, rulebook, onClose }: { round: Round; rulebook: CompiledRulebook; onClose: () => void }) {
  const { round: words, create } = useText(unitsText)
  const refresh = useRefresh()
  const draft = round.status === 'draft'
  return (
    <ParticularsDialog
      title={draft ? words.editDraft : words.edit}
      of={{ name: round.name, due: { ...round.due, superior: round.due.self }, settings: round.settings }}
      rulebook={rulebook}
      parts={draft ? ['particulars', 'settings'] : ['particulars']}
      dueLabels={{ self: create.selfDue, decide: create.decideDue }}
      save={({ name, due, settings }, options) =>
        call(evaluationRoutes.changeUnitCampaign, { params: { unitCampaignId: round.id }, body: { version: round.version, name, due: { self: due.self, decide: due.decide }, settings: { ...settings } } }, options)
      }
      onSaved={() => {
        void refresh(evaluationRoutes.getUnitCampaign, evaluationRoutes.listUnitCampaigns, evaluationRoutes.getUnitFile, evaluationRoutes.myWork)
        toast(words.edited)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
