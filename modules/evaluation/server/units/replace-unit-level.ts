import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { decidableLevels } from '../../domain/decision.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { publishUnitSet } from '../results/publish-set.ts'
import { computeHeadsAgain } from './touched-heads.ts'
import { visibleUnit } from './unit-access.ts'
import { loadUnitRecords } from './unit-records.ts'
import { lockUnitCampaign, moveUnitFile } from './unit-row.ts'

/** Corrects a published level by a replacing decision: the old one stays and points to it. Heads decided already are shown, not touched. */
export const replaceUnitLevel = command(unitRoutes.replaceUnitLevel, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  const { file, standing } = await visibleUnit(campaign, params.unitId, actor, read, today)
  if (!standing.recogniser) refuse('platform.not-found')
  if (file.version !== body.version) refuse('evaluation.result.changed', { version: file.version, status: file.status })
  if (campaign.status !== 'published' || file.status !== 'published') refuse('evaluation.result.wrong-status', { status: file.status, campaign: campaign.status })
  const levels = decidableLevels(await pinnedRulebook(read, tenantId, campaign.rulebook))
  if (!levels.includes(body.level)) refuse('evaluation.result.unknown-level', { level: body.level, levels })
  const old = (await loadUnitRecords(read, tenantId, campaign.id, file.unitId)).find((each) => each.replacedBy === null)
  if (old === undefined) refuse('platform.not-found')
  const id = uuidv7()
  await tx.updateTable('evaluation_unit_result').set({ replaced_by: id }).where('tenant_id', '=', tenantId).where('id', '=', old.id).execute()
  await tx
    .insertInto('evaluation_unit_result')
    .values({
      tenant_id: tenantId,
      id,
      campaign_id: campaign.id,
      unit_id: file.unitId,
      replaces_id: old.id,
      exact_total: old.exact,
      total: old.total,
      general_points: old.generalPoints,
      task_points: old.taskPoints,
      provisional_level: old.provisionalLevel,
      decided_level: body.level,
      decision_reason: body.reason,
      decided_by: String(actor.personId),
      decided_at: now,
      input: JSON.stringify(old.input),
      reasons: JSON.stringify(old.reasons),
      published_at: now,
    })
    .execute()
  const version = await moveUnitFile(tx, tenantId, campaign.id, file, 'published')
  const headsComputed = await computeHeadsAgain(tx, read, tenantId, campaign, file.unitId, now)
  const published = await publishUnitSet(tx, read, tenantId, campaign.id, { id, unitId: file.unitId }, now)
  record({ action: 'evaluation.unit.replaced', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id, before: old.decidedLevel, after: body.level, headsComputed, published } })
  return { version, headsComputed }
})
