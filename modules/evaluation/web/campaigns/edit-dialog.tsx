import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import { ParticularsDialog } from './particulars-dialog.tsx'

interface EditDialogProps {
  campaign: Campaign
  rulebook: CompiledRulebook
  what: 'particulars' | 'settings'
  onClose: () => void
}

/** Changes the name and deadlines of a campaign, or, in a draft, how its rules are read. */
export function EditDialog({ campaign, rulebook, what, onClose }: EditDialogProps) {
  const words = useText(campaignsText)
  const refresh = useRefresh()
  return (
    <ParticularsDialog
      title={what === 'settings' ? words.rules.editTitle : words.page.editTitle}
      of={campaign}
      rulebook={rulebook}
      parts={[what]}
      save={({ name, due, settings }, options) => call(evaluationRoutes.changeCampaign, { params: { campaignId: campaign.id }, body: { version: campaign.version, name, due: { ...due }, settings: { ...settings } } }, options)}
      onSaved={() => {
        void refresh(evaluationRoutes.getCampaign, evaluationRoutes.listCampaigns, evaluationRoutes.listParticipants, evaluationRoutes.quotas, evaluationRoutes.myWork)
        toast(what === 'settings' ? words.rules.saved : words.page.edited)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
