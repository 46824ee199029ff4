import { sql } from 'kysely'
import type { PersonId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { kindsOf } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { selectWaitingRaters } from './waiting-raters.ts'

/** The board of further raters who have not sent, by name: of named kinds only, since beside the counts a name would tell when an unnamed sheet came in. */
export const listWaitingRaters = query(raterRoutes.listWaitingRaters, async ({ params, query: asked, actor, read, today, recordList }) => {
  const { tenantId } = actor
  const place = asked.after === undefined ? undefined : pageKey(asked.after, ['text', 'uuid', 'text'])
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const named = kindsOf(await pinnedRulebook(read, tenantId, campaign.rulebook)).filter((rater) => !rater.anonymous)
  if (named.length === 0 || campaign.status !== 'scoring') return { items: [], next: null }
  let rows = selectWaitingRaters(read, tenantId, campaign.id, named.map((rater) => rater.id))
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'r.rater_person_id'))
    .groupBy(['x.sort_name', 'x.full_name'])
    .select((column) => [
      'x.sort_name',
      'x.full_name',
      column.cast<number>(column.fn.countAll().filterWhere('r.status', '=', 'waiting'), 'integer').as('waiting'),
      column.cast<number>(column.fn.countAll().filterWhere('r.status', '=', 'submitted'), 'integer').as('submitted'),
      column
        .selectFrom('evaluation_reminder as m')
        .where('m.tenant_id', '=', tenantId)
        .where('m.campaign_id', '=', campaign.id)
        .whereRef('m.person_id', '=', 'r.rater_person_id')
        .whereRef('m.rater_kind', '=', 'r.kind')
        .select((each) => each.fn.max('m.sent_at').as('at'))
        .as('reminded_at'),
    ])
    .orderBy('x.sort_name')
    .orderBy('r.rater_person_id')
    .orderBy('r.kind')
    .limit(pageLimit(asked.limit))
  if (place !== undefined) {
    const [name, id, kind] = place
    rows = rows.where(sql<boolean>`(x.sort_name, r.rater_person_id, r.kind) > (${name}, ${id}::uuid, ${kind})`)
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.sort_name, row.rater_person_id, row.kind])
  if (page.items.length > 0) recordList({ action: 'evaluation.raters.listed', subject: { kind: 'campaign', id: campaign.id }, data: { raters: page.items.map((row) => row.rater_person_id) } })
  return {
    next: page.next,
    items: page.items.map((row) => ({
      kind: row.kind,
      rater: { id: row.rater_person_id as PersonId, fullName: row.full_name },
      waiting: row.waiting,
      submitted: row.submitted,
      lastReminderAt: (row.reminded_at as Date | null)?.toISOString() ?? null,
    })),
  }
})
