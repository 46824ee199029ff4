import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { countingScores, usualRulebook } from '../../domain/month-scores.ts'
import type { PeriodKind } from '../../domain/campaign.ts'
import { periodLabel } from '../../domain/period.ts'
import { managesPerson } from '../sheets/person-access.ts'

/** Scores and levels of one person over time: own, of people the actor scored or decided on, or manages. Unpublished results are not history. */
export const history = query(resultRoutes.history, async ({ params, actor, read, today, record }) => {
  const { tenantId } = actor
  const own = actor.personId === params.personId
  const whole = own || (await managesPerson(read, actor, params.personId, today))
  let rows = read
    .selectFrom('evaluation_result as r')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.campaign_id'))
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.person_id', '=', params.personId)
    .where('r.replaced_by', 'is', null)
    .where('r.published_at', 'is not', null)
    .select(['c.id', 'c.name', 'c.period_kind', 'c.period_from', 'c.period_to', 'r.total', 'r.provisional_level', 'r.decided_level', 'r.published_at'])
    .orderBy('c.period_from', 'desc')
    .orderBy('c.id', 'desc')
  if (!whole) rows = rows.where((where) => where.or([where('p.superior_id', '=', actor.personId), where('p.decider_id', '=', actor.personId)]))
  const results = await rows.execute()
  if (!whole && (actor.personId === null || !(await scoresOrDecides(read, tenantId, actor.personId, params.personId)))) refuse('platform.not-found')
  const name = (await personNames(read, tenantId, [params.personId])).get(params.personId)
  if (name === undefined) refuse('platform.not-found')
  const months = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', params.personId)
    .select(['month', 'rulebook_id', 'total', 'source'])
    .orderBy('month')
    .execute()
  if (!own) record({ action: 'evaluation.history.read', subject: { kind: 'person', id: params.personId } })
  return {
    person: { id: params.personId, fullName: name.fullName },
    months: countingScores(months, usualRulebook(months), (row) => row.month).map((row) => ({ month: row.month, total: row.total, source: row.source === 'entered' ? ('entered' as const) : ('campaign' as const) })),
    results: results.map((row) => ({
      campaignId: row.id as CampaignId,
      campaignName: row.name,
      periodLabel: periodLabel({ kind: row.period_kind as PeriodKind, from: row.period_from as CalendarDate, to: row.period_to as CalendarDate }),
      total: row.total,
      provisionalLevel: row.provisional_level,
      decidedLevel: row.decided_level,
      publishedAt: (row.published_at as Date | null)?.toISOString() ?? null,
    })),
  }
})

async function scoresOrDecides(read: Parameters<typeof managesPerson>[0], tenantId: Parameters<typeof personNames>[1], me: string, personId: string): Promise<boolean> {
  const row = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.campaign_id').on('c.status', '<>', 'draft'))
    .where('p.tenant_id', '=', tenantId)
    .where('p.person_id', '=', personId)
    .where((where) => where.or([where('p.superior_id', '=', me), where('p.decider_id', '=', me)]))
    .select('p.person_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
