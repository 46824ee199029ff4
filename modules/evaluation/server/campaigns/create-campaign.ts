import { calendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdStructure, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { periodOf } from '../../domain/period.ts'
import { checkDue, checkInForce, checkSettings } from './campaign-input.ts'
import { requireManages } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { pinRulebook } from './pinned-rulebook.ts'
import { resolveCampaign } from './resolve-campaign.ts'

/** Drafts a campaign (lập đợt đánh giá) with its rulebook pinned and its participants resolved from posts at once. */
export const createCampaign = command(campaignRoutes.createCampaign, async ({ body, actor, tx, read, now, today, newId, record }) => {
  await holdStructure(read, actor.tenantId)
  const period = periodOf(body.period.kind, body.period.year, body.period.number)
  const units = await unitTreeAsOf(read, actor.tenantId, today)
  if (!units.some((unit) => unit.id === body.scopeUnitId)) refuse('platform.not-found')
  const { pin, rulebook } = await pinRulebook(tx, actor.tenantId, { id: body.rulebookId, version: body.rulebookVersion }, now)
  checkInForce(rulebook, period)
  checkDue(body.due)
  const settings = checkSettings(rulebook, body.settings)
  const id = newId<'campaign'>()
  await tx
    .insertInto('evaluation_campaign')
    .values({
      tenant_id: actor.tenantId,
      id,
      name: body.name,
      rulebook_id: pin.id,
      rulebook_version: pin.version,
      settings: JSON.stringify(settings),
      period_kind: period.kind,
      period_from: period.from,
      period_to: period.to,
      scope_unit_id: body.scopeUnitId,
      subject_status: [...new Set(body.subjectStatuses)],
      status: 'draft',
      self_due: calendarDate(body.due.self),
      superior_due: calendarDate(body.due.superior),
      decide_due: calendarDate(body.due.decide),
    })
    .execute()
  const campaign = await loadCampaign(read, actor.tenantId, id)
  await requireManages(campaign, actor, read, today)
  const resolution = await resolveCampaign(tx, read, actor.tenantId, campaign, rulebook, today)
  if (resolution.participants === 0) refuse('evaluation.campaign.nobody', { scopeUnitId: body.scopeUnitId, statuses: body.subjectStatuses })
  record({
    action: 'evaluation.campaign.created',
    subject: { kind: 'campaign', id },
    data: { rulebook: `${pin.id}@${pin.version}`, hash: pin.hash, from: period.from, to: period.to, scopeUnitId: body.scopeUnitId, participants: resolution.participants },
  })
  return { campaignId: id, version: campaign.version, ...resolution }
})
