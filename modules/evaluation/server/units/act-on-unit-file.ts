import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { unitFileTransitions, type UnitRater } from '../../domain/unit-campaign.ts'
import { missingFromUnitSheet } from '../../domain/unit-facts.ts'
import { mayActOnUnit } from '../../domain/unit-policy.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { visibleUnit } from './unit-access.ts'
import { loadUnitSheets } from './unit-records.ts'
import { lockUnitCampaign, moveUnitFile } from './unit-row.ts'

const sheetOf = { submit_self: 'self', take_back_self: 'self', submit_score: 'recogniser', take_back_score: 'recogniser' } as const satisfies Record<string, UnitRater>

/** Sends a sheet on, with nothing blank, or takes it back as long as the other side has not gone further. */
export const actOnUnitFile = command(unitRoutes.actOnUnitFile, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  const { file, standing } = await visibleUnit(campaign, params.unitId, actor, read, today)
  const rater = sheetOf[body.act]
  if (!standing[rater]) refuse('platform.not-found')
  if (file.version !== body.version) refuse('evaluation.sheet.changed', { version: file.version, status: file.status })
  if (!mayActOnUnit(body.act, standing, file, campaign.status)) refuse('evaluation.sheet.wrong-status', { status: file.status, campaign: campaign.status })
  const sends = body.act === 'submit_self' || body.act === 'submit_score'
  if (sends) {
    const sheet = (await loadUnitSheets(read, tenantId, campaign.id, file.unitId)).get(file.unitId)?.find((each) => each.rater === rater)
    const missing = missingFromUnitSheet(await pinnedRulebook(read, tenantId, campaign.rulebook), file.group, sheet ?? { points: {}, facts: {}, lists: {} })
    if (missing.length > 0) refuse('evaluation.sheet.incomplete', { missing })
  }
  await tx
    .updateTable('evaluation_unit_sheet')
    .set({ submitted_at: sends ? now : null })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', file.unitId)
    .where('rater', '=', rater)
    .execute()
  const status = unitFileTransitions[body.act].to
  const version = await moveUnitFile(tx, tenantId, campaign.id, file, status)
  record({ action: `evaluation.unit-sheet.${body.act.replace('_', '-').replace('_', '-')}`, subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id } })
  return { version, status }
})
