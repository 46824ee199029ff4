import { firstOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import { compare, parseRational, toDecimal, toFraction } from '#kernel/rational.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { holdCampaign, selectCampaigns } from '../campaigns/campaign-row.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { computeResults } from '../results/compute-results.ts'
import { requireManagesPerson } from './person-access.ts'

const hundred = parseRational('100')

/**
 * Enters a month's score carried over from paper or from the former body (article 19.1); a campaign's own score stands.
 * The result of a year being compiled is computed again at once.
 */
export const enterMonthlyScore = command(sheetRoutes.enterMonthlyScore, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  await requireManagesPerson(read, actor, params.personId, today)
  const month = firstOfMonth(Number(params.month.slice(0, 4)), Number(params.month.slice(5, 7)))
  const total = parseRational(body.total)
  if (total === null || hundred === null || compare(total, hundred) > 0 || month > today) refuse('evaluation.month.out-of-range', { month, total: body.total, most: '100' })
  const known = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', params.personId)
    .where('month', '=', month)
    .select(['source', 'total'])
    .orderBy('rulebook_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (known?.source === 'campaign') refuse('evaluation.month.from-campaign', { month, total: known.total })
  const row = { exact_total: toFraction(total), total: toDecimal(total, 2), source: 'entered', note: body.note, result_id: null }
  await tx
    .insertInto('evaluation_period_score')
    .values({ tenant_id: tenantId, person_id: params.personId, month, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'month', 'rulebook_id']).doUpdateSet(row).where('evaluation_period_score.source', '=', 'entered'))
    .execute()
  await computeYearsAgain(tx, read, tenantId, params.personId, month, now)
  record({ action: 'evaluation.month.entered', subject: { kind: 'person', id: params.personId }, data: { month, total: row.total, before: known?.total ?? null } })
  return { total: row.total }
})

async function computeYearsAgain(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, personId: PersonId, month: CalendarDate, now: Date): Promise<void> {
  const years = await selectCampaigns(read, tenantId)
    .where('c.period_kind', '=', 'year')
    .where('c.status', '=', 'compiling')
    .where('c.period_from', '<=', month)
    .where('c.period_to', '>=', month)
    .execute()
  for (const { id } of years) {
    const campaign = await holdCampaign(tx, read, tenantId, id as CampaignId)
    const compiled = (await loadParticipants(read, tenantId, campaign.id, [personId])).filter((each) => each.status === 'compiled')
    if (campaign.status === 'compiling') await computeResults(tx, read, tenantId, campaign, await pinnedRulebook(read, tenantId, campaign.rulebook), compiled, now)
  }
}
