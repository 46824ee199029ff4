import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { pinUnitRulebook } from '../campaigns/pinned-rulebook.ts'
import { prepareDraft } from '../campaigns/prepare-draft.ts'
import { resolveRound } from './resolve-units.ts'
import { accessToRound } from './unit-access.ts'
import { loadUnitCampaign } from './unit-row.ts'

/** Drafts a round that rates organisations (lập đợt đánh giá tổ chức): one of a kind for a period, document and scope. */
export const createUnitCampaign = command(unitRoutes.createUnitCampaign, async ({ body, actor, tx, read, now, today, newId, record }) => {
  const { tenantId } = actor
  const { period, pin, rulebook, columns } = await prepareDraft(read, tenantId, body, today, () => pinUnitRulebook(tx, tenantId, { id: body.rulebookId }, now))
  const same = await read
    .selectFrom('evaluation_unit_campaign')
    .where('tenant_id', '=', tenantId)
    .where('rulebook_id', '=', pin.id)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('scope_unit_id', '=', body.scopeUnitId)
    .where('status', '<>', 'cancelled')
    .select(['id', 'name'])
    .executeTakeFirst()
  if (same !== undefined) refuse('evaluation.unit.round-exists', { name: same.name })
  const id = newId<'unit-campaign'>()
  await tx.insertInto('evaluation_unit_campaign').values({ ...columns, id }).execute()
  const campaign = await loadUnitCampaign(read, tenantId, id)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  const resolution = await resolveRound(tx, read, tenantId, campaign, rulebook, today)
  if (resolution.units === 0) refuse('evaluation.unit.none', { scopeUnitId: body.scopeUnitId })
  record({ action: 'evaluation.unit-campaign.created', subject: { kind: 'unit-campaign', id }, data: { rulebook: `${pin.id}@${pin.version}`, hash: pin.hash, from: period.from, to: period.to, scopeUnitId: body.scopeUnitId, units: resolution.units } })
  return { unitCampaignId: id, version: campaign.version, ...resolution }
})
