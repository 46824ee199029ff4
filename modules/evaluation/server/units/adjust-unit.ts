import { refuse } from '#kernel/refusal.ts'
import { holdStructure, personNames } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import type { UnitAdjustable } from '../../domain/unit-resolution.ts'
import { accessToRound } from './unit-access.ts'
import { loadUnitFiles, lockUnitCampaign } from './unit-row.ts'

/** The personnel body says who fills in an organisation's sheet, who recognises, or leaves it out with the reason, before the round opens. */
export const adjustUnit = command(unitRoutes.adjustUnit, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  await holdStructure(read, tenantId)
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  const file = (await loadUnitFiles(read, tenantId, campaign.id)).find((each) => each.unitId === params.unitId) ?? refuse('platform.not-found')
  if (file.version !== body.version) refuse('evaluation.participant.changed', { version: file.version })
  if (campaign.status !== 'draft') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'] })
  if (body.selfId !== null && body.selfId === body.recogniserId) refuse('evaluation.participant.rates-self', {})
  const people = [...new Set([body.selfId, body.recogniserId].filter((id) => id !== null))]
  if ((await personNames(read, tenantId, people)).size !== people.length) refuse('platform.not-found')
  const changed: Record<UnitAdjustable, boolean> = { self: file.selfId !== body.selfId, recogniser: file.recogniserId !== body.recogniserId, excluded: file.excludedReason !== body.excludedReason }
  const adjusted = (Object.keys(changed) as UnitAdjustable[]).filter((name) => changed[name] || file.adjusted.includes(name))
  const version = file.version + 1
  await tx
    .updateTable('evaluation_unit_file')
    .set({ self_id: body.selfId, recogniser_id: body.recogniserId, excluded_reason: body.excludedReason, adjusted, version })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', file.unitId)
    .execute()
  record({ action: 'evaluation.unit.adjusted', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id, selfId: body.selfId, recogniserId: body.recogniserId, excluded: body.excludedReason !== '' } })
  return { version }
})
