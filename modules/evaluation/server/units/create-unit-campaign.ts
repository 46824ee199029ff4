import { calendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdStructure, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { periodOf } from '../../domain/period.ts'
import { checkInForce, checkSettings } from '../campaigns/campaign-input.ts'
import { pinUnitRulebook } from '../campaigns/pinned-rulebook.ts'
import { resolveRound } from './resolve-units.ts'
import { accessToRound } from './unit-access.ts'
import { loadUnitCampaign } from './unit-row.ts'

/** Drafts a round that rates organisations (lập đợt đánh giá tổ chức): one of a kind for a period, document and scope. */
export const createUnitCampaign = command(unitRoutes.createUnitCampaign, async ({ body, actor, tx, read, now, today, newId, record }) => {
  const { tenantId } = actor
  await holdStructure(read, tenantId)
  const period = periodOf(body.period.kind, body.period.year, body.period.number)
  const units = await unitTreeAsOf(read, tenantId, today)
  if (!units.some((unit) => unit.id === body.scopeUnitId)) refuse('platform.not-found')
  const { pin, rulebook } = await pinUnitRulebook(tx, tenantId, { id: body.rulebookId }, now)
  checkInForce(rulebook, period)
  if (body.due.self > body.due.decide) refuse('evaluation.campaign.due-order', { ...body.due })
  const settings = checkSettings(rulebook, body.settings)
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
  await tx
    .insertInto('evaluation_unit_campaign')
    .values({
      tenant_id: tenantId,
      id,
      name: body.name,
      rulebook_id: pin.id,
      rulebook_version: pin.version,
      settings: JSON.stringify(settings),
      period_kind: period.kind,
      period_from: period.from,
      period_to: period.to,
      scope_unit_id: body.scopeUnitId,
      status: 'draft',
      self_due: calendarDate(body.due.self),
      decide_due: calendarDate(body.due.decide),
    })
    .execute()
  const campaign = await loadUnitCampaign(read, tenantId, id)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  const resolution = await resolveRound(tx, read, tenantId, campaign, rulebook, today)
  if (resolution.units === 0) refuse('evaluation.unit.none', { scopeUnitId: body.scopeUnitId })
  record({ action: 'evaluation.unit-campaign.created', subject: { kind: 'unit-campaign', id }, data: { rulebook: `${pin.id}@${pin.version}`, hash: pin.hash, from: period.from, to: period.to, scopeUnitId: body.scopeUnitId, units: resolution.units } })
  return { unitCampaignId: id, version: campaign.version, ...resolution }
})
