import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import { checkUnitContent, type UnitContent } from '../../domain/unit-facts.ts'
import { mayActOnUnit } from '../../domain/unit-policy.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { visibleUnit } from './unit-access.ts'
import { loadUnitSheets, refuseChangedUnitSheet } from './unit-records.ts'
import { holdUnitCampaign } from './unit-row.ts'

const acts = { self: 'submit_self', recogniser: 'submit_score' } as const satisfies Record<UnitRater, string>

/** Saves one side's sheet on an organisation: points and the facts of article 8, the organisation's own or the recogniser's. Of two saves at once the second is told what the first left. */
export const saveUnitSheet = command(unitRoutes.saveUnitSheet, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await holdUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  const { file, standing } = await visibleUnit(campaign, params.unitId, actor, read, today)
  if (!standing[params.rater]) refuse('platform.not-found')
  if (!mayActOnUnit(acts[params.rater], standing, file, campaign.status)) refuse('evaluation.sheet.wrong-status', { status: file.status, campaign: campaign.status })
  const stored = async () => (await loadUnitSheets(read, tenantId, campaign.id, file.unitId)).get(file.unitId)?.find((sheet) => sheet.rater === params.rater)
  const before = await stored()
  if ((before?.version ?? 0) !== body.version) refuseChangedUnitSheet(before)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const levels = rulebook.levels.map((level) => level.id)
  if (body.proposedLevel !== null && !levels.includes(body.proposedLevel)) refuse('evaluation.campaign.unknown-level', { level: body.proposedLevel, levels })
  const content: UnitContent = { points: body.points, facts: Object.fromEntries(Object.entries(body.facts).filter(([, value]) => value !== null && value !== '')), lists: withoutBlanks(body.lists) }
  checkUnitContent(rulebook, engineSettings(campaign.settings), file.group, content)
  const saved = await sql<{ version: number }>`insert into evaluation_unit_sheet as s (tenant_id, campaign_id, unit_id, rater, rater_person_id, points, facts, lists, comment, proposed_level, saved_at)
    values (${tenantId}, ${campaign.id}, ${file.unitId}, ${params.rater}, ${actor.personId}, ${JSON.stringify(content.points)}::jsonb, ${JSON.stringify(content.facts)}::jsonb,
      ${JSON.stringify(content.lists)}::jsonb, ${body.comment}, ${body.proposedLevel}, ${now})
    on conflict (tenant_id, campaign_id, unit_id, rater) do update set rater_person_id = excluded.rater_person_id, points = excluded.points, facts = excluded.facts,
      lists = excluded.lists, comment = excluded.comment, proposed_level = excluded.proposed_level, saved_at = excluded.saved_at, version = s.version + 1
    where s.version = ${body.version}
    returning s.version`.execute(tx)
  const [row] = saved.rows
  if (row === undefined) refuseChangedUnitSheet(await stored())
  const { version } = row
  record({ action: 'evaluation.unit-sheet.saved', subject: { kind: 'unit', id: file.unitId }, data: { unitCampaignId: campaign.id, rater: params.rater, version, scored: Object.keys(content.points).length, facts: Object.keys(content.facts) } })
  return { version, savedAt: now.toISOString() }
})

function withoutBlanks(lists: UnitContent['lists']): UnitContent['lists'] {
  const kept = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''))
  return Object.fromEntries(Object.entries(lists).map(([id, items]) => [id, Object.fromEntries(Object.entries(items).map(([key, fields]) => [key, kept(fields)]))]))
}
