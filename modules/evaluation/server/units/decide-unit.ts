import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { decideLevel } from '../../domain/decision.ts'
import { unitFileTransitions } from '../../domain/unit-campaign.ts'
import { decidedAbove, waitsFor } from '../../domain/unit-order.ts'
import { mayActOnUnit } from '../../domain/unit-policy.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { knownUnitFacts, scoreUnit } from './score-unit.ts'
import { computeHeadsAgain } from './touched-heads.ts'
import { visibleUnit } from './unit-access.ts'
import { loadUnitRecords, loadUnitSheets } from './unit-records.ts'
import { lockUnitCampaign, moveUnitFile } from './unit-row.ts'

/**
 * The authority recognises an organisation's level (articles 5 and 8): only after every organisation directly below
 * (article 9.1), and not again once the one above is decided on it. Its heads are computed again at once.
 */
export const decideUnit = command(unitRoutes.decideUnit, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  const { file, files, standing } = await visibleUnit(campaign, params.unitId, actor, read, today)
  if (!standing.recogniser) refuse('platform.not-found')
  if (file.version !== body.version) refuse('evaluation.result.changed', { version: file.version, status: file.status })
  if (!mayActOnUnit('decide', standing, file, campaign.status)) refuse('evaluation.result.wrong-status', { status: file.status, campaign: campaign.status })
  const waiting = waitsFor(files, file.unitId)
  if (waiting.length > 0) refuse('evaluation.unit.lower-first', { units: waiting.map((unit) => unit.name) })
  const above = decidedAbove(files, file.unitId)
  if (above !== undefined) refuse('evaluation.unit.above-decided', { unit: above.name })
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const records = await loadUnitRecords(read, tenantId, campaign.id)
  const sheet = (await loadUnitSheets(read, tenantId, campaign.id, file.unitId)).get(file.unitId)?.find((each) => each.rater === 'recogniser')
  const { input, score } = scoreUnit(campaign, rulebook, file, sheet, (await knownUnitFacts(read, tenantId, campaign, rulebook, files, records))(file.unitId))
  const decision = decideLevel(rulebook, score.level, body)
  const before = records.find((each) => each.unitId === file.unitId && each.replacedBy === null)
  const values = {
    exact_total: score.exact,
    total: score.total,
    general_points: score.generalPoints,
    task_points: score.taskPoints,
    provisional_level: score.level,
    decided_level: decision.level,
    decision_reason: decision.reason,
    decided_by: String(actor.personId),
    decided_at: now,
    input: JSON.stringify({ rulebook: campaign.rulebook, engine: input }),
    reasons: JSON.stringify(score.reasons),
  }
  if (before === undefined) await tx.insertInto('evaluation_unit_result').values({ tenant_id: tenantId, id: uuidv7(), campaign_id: campaign.id, unit_id: file.unitId, ...values }).execute()
  else await tx.updateTable('evaluation_unit_result').set(values).where('tenant_id', '=', tenantId).where('id', '=', before.id).where('published_at', 'is', null).execute()
  const version = await moveUnitFile(tx, tenantId, campaign.id, file, unitFileTransitions.decide.to)
  const headsComputed = await computeHeadsAgain(tx, read, tenantId, campaign, file.unitId, now)
  record({ action: 'evaluation.unit.decided', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id, provisional: score.level, decided: decision.level, before: before?.decidedLevel ?? null, headsComputed } })
  return { version, decidedLevel: decision.level, headsComputed }
})
