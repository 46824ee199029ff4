import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { participantTransitions } from '../../domain/participant.ts'
import { mayAct, maySeeSheet, standingOf } from '../../domain/policy.ts'
import { asksSuperior } from '../../domain/raters.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadSheetFile, refuseChanged } from './sheet-file.ts'

/** Sends a sheet back with a reason: the superior to the subject, the personnel body to the superior. */
export const returnSheet = command(sheetRoutes.returnSheet, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { campaignId, personId } = params
  const { tenantId } = actor
  const campaign = await holdCampaign(tx, read, tenantId, campaignId)
  const participant = await lockParticipant(tx, read, tenantId, campaignId, personId)
  const { manages } = await accessTo(campaign, actor, read, today)
  const standing = standingOf(actor, participant, manages, new Set())
  if (!maySeeSheet(standing) || (campaign.status === 'draft' && !manages)) refuse('platform.not-found')
  const asked = asksSuperior(await pinnedRulebook(read, tenantId, campaign.rulebook), participant.group)
  const state = { status: participant.status, excluded: participant.excludedReason !== '' }
  const act = (asked ? (['return_to_self', 'return_to_superior'] as const) : (['return_alone'] as const)).find((each) => mayAct(each, standing, state, campaign.status))
  if (act === undefined) refuse('evaluation.sheet.wrong-status', { status: participant.status, campaign: campaign.status })
  const rater = act === 'return_to_superior' ? 'superior' : 'self'
  const { sheet } = await loadSheetFile(read, actor, campaignId, personId, rater)
  if ((sheet?.version ?? 0) !== body.version) refuseChanged(sheet)
  await tx
    .updateTable('evaluation_sheet')
    .set({ submitted_at: null, version: body.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', personId)
    .where('rater', '=', rater)
    .execute()
  const { to } = participantTransitions[act]
  await tx
    .updateTable('evaluation_participant')
    .set({ status: to, version: participant.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', personId)
    .execute()
  await tx
    .insertInto('evaluation_sheet_return')
    .values({ tenant_id: tenantId, id: uuidv7(), campaign_id: campaignId, person_id: personId, rater, returned_by: actor.personId, reason: body.reason, returned_at: now })
    .execute()
  record({ action: 'evaluation.sheet.returned', subject: { kind: 'participant', id: `${campaignId}/${personId}` }, data: { rater } })
  return { status: to }
})
