import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { unitFileTransitions } from '../../domain/unit-campaign.ts'
import { mayActOnUnit, maySeeUnitSheets } from '../../domain/unit-policy.ts'
import { visibleUnit } from './unit-access.ts'
import { lockUnitCampaign, moveUnitFile } from './unit-row.ts'

/** Sends an organisation's sheet back with a reason: the recogniser to the organisation, the personnel body to the recogniser. */
export const returnUnitSheet = command(unitRoutes.returnUnitSheet, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  const { file, standing } = await visibleUnit(campaign, params.unitId, actor, read, today)
  if (!maySeeUnitSheets(standing)) refuse('platform.not-found')
  if (file.version !== body.version) refuse('evaluation.sheet.changed', { version: file.version, status: file.status })
  const act = (['return_self', 'return_score'] as const).find((each) => mayActOnUnit(each, standing, file, campaign.status))
  if (act === undefined) refuse('evaluation.sheet.wrong-status', { status: file.status, campaign: campaign.status })
  const rater = act === 'return_self' ? 'self' : 'recogniser'
  await tx
    .updateTable('evaluation_unit_sheet')
    .set({ submitted_at: null })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', file.unitId)
    .where('rater', '=', rater)
    .execute()
  await tx
    .insertInto('evaluation_unit_sheet_return')
    .values({ tenant_id: tenantId, id: uuidv7(), campaign_id: campaign.id, unit_id: file.unitId, rater, returned_by: actor.personId, reason: body.reason, returned_at: now })
    .execute()
  const status = unitFileTransitions[act].to
  const version = await moveUnitFile(tx, tenantId, campaign.id, file, status)
  record({ action: 'evaluation.unit-sheet.returned', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id, rater } })
  return { version, status }
})
