import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CampaignAct } from '../../domain/campaign.ts'
import { actsWithReason, waivableObstacles } from '../../domain/obstacles.ts'
import { evaluationText } from '../messages.ts'
import { BlockedList } from './blocked-list.tsx'
import type { Campaign } from './campaign-view.tsx'
import { Computing, computingActs } from './computing.tsx'
import { campaignsText } from './messages.ts'

interface ActDialogProps {
  campaign: Campaign
  act: CampaignAct
  onClose: () => void
}

/** Asks before a campaign is moved, says what will follow, and takes the reason where one is due. */
export function ActDialog({ campaign, act, onClose }: ActDialogProps) {
  const words = useText(campaignsText).page
  const { campaignAct, refusals } = useText(evaluationText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const refresh = useRefresh()
  const blocked = campaign.blocked.filter((obstacle) => obstacle.act === act)
  const waivable = blocked.some((obstacle) => waivableObstacles.has(obstacle.code))
  const needsReason = waivable || actsWithReason.has(act)
  const overQuota = blocked.some((obstacle) => obstacle.code === 'evaluation.campaign.quota-exceeded')
  const command = useAct(
    (text: string, options) => call(evaluationRoutes.actOnCampaign, { params: { campaignId: campaign.id }, body: { version: campaign.version, act, reason: text } }, options),
    // What is done next must rest on rows as they are now: a participant opened from the old list would be refused.
    async () => {
      await refresh(
        evaluationRoutes.getCampaign,
        evaluationRoutes.listCampaigns,
        evaluationRoutes.listParticipants,
        evaluationRoutes.listResults,
        evaluationRoutes.getResult,
        evaluationRoutes.quotas,
        evaluationRoutes.getSheet,
        evaluationRoutes.myWork,
      )
      toast(words.did[act])
      onClose()
    },
  )
  const missing = needsReason && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!missing) void command.act(reason.trim())
  }
  return (
    <Dialog title={words.acting(campaignAct[act], campaign.name)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={campaignAct[act]} busy={command.busy}>
        <p>{words.actHint[act]}</p>
        <BlockedList campaign={campaign} blocked={blocked} />
        {needsReason && (
          <TextField
            label={overQuota ? words.overQuotaReason : words.reason}
            hint={overQuota ? words.overQuotaHint : words.reasonHint}
            value={reason}
            onChange={setReason}
            multiline
            rows={3}
            maxLength={1000}
            autoFocus
            error={tried && missing ? words.reasonNeeded : undefined}
          />
        )}
        {command.busy && computingActs.has(act) && <Computing campaign={campaign} sent />}
        <ErrorNotice error={command.error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
