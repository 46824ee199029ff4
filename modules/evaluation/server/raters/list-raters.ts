import { sql } from 'kysely'
import type { z } from 'zod'
import { pageOf } from '#kernel/page.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { raterRoutes, type raterView } from '../../contract/rater-routes.ts'
import type { RaterStatus } from '../../domain/rater.ts'
import { kindsOf } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { likeText } from '../campaigns/list-participants.ts'
import { loadNames } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { isShort, loadRaterCounts } from './rater-counts.ts'

/**
 * Who rates whom, subject by subject, for the personnel body. Once a campaign is open the state of one unnamed rater is
 * not shown: beside the counts it would tell when each sheet came in.
 */
export const listRaters = query(raterRoutes.listRaters, async ({ params, query: asked, actor, read, today, recordList }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const kinds = new Map(kindsOf(rulebook).map((rater) => [rater.id, rater]))
  const counts = (await loadRaterCounts(read, tenantId, campaign, rulebook)).filter((each) => {
    const rater = kinds.get(each.kind)
    return rater !== undefined && isShort(rater, each.counts)
  })
  let rows = read
    .selectFrom('evaluation_participant as p')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'p.person_id'))
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .where('p.excluded_reason', '=', '')
    .select(['p.person_id', 'x.full_name', 'p.unit_id', 'p.title', 'p.subject_group', 'p.sort_name'])
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
    .limit(pageLimit(asked.limit))
  if (asked.search !== undefined && asked.search.trim() !== '') rows = rows.where('x.folded_name', 'like', `%${likeText(asked.search)}%`)
  if (asked.only === 'short') rows = rows.where(sql<boolean>`p.person_id = any(${[...new Set(counts.map((each) => each.personId))]}::uuid[])`)
  if (asked.after !== undefined) {
    const [name, id] = pageKey(asked.after, ['text', 'uuid'])
    rows = rows.where(sql<boolean>`(p.sort_name, p.person_id) > (${name}, ${id}::uuid)`)
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.sort_name, row.person_id])
  const people = page.items.map((row) => row.person_id)
  const raters = people.length === 0 ? [] : await read
    .selectFrom('evaluation_rater as r')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'r.rater_person_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.campaign_id', '=', campaign.id)
    .where('r.person_id', 'in', people)
    .select(['r.person_id', 'r.kind', 'r.rater_person_id', 'r.status', 'r.reason', 'r.adjusted', 'r.version'])
    .orderBy('x.sort_name')
    .orderBy('r.rater_person_id')
    .execute()
  const names = await loadNames(read, tenantId, [...people, ...raters.map((row) => row.rater_person_id)], page.items.map((row) => row.unit_id), campaign.period.to)
  if (people.length > 0) recordList({ action: 'evaluation.raters.listed', subject: { kind: 'campaign', id: campaign.id }, data: { people } })
  const viewOf = (row: (typeof raters)[number]): z.input<typeof raterView> => {
    const hidden = campaign.status !== 'draft' && kinds.get(row.kind)?.anonymous === true && row.status !== 'excused'
    return { kind: row.kind, rater: names.person(row.rater_person_id), status: hidden ? null : (row.status as RaterStatus), reason: row.reason, adjusted: row.adjusted, version: hidden ? 0 : row.version }
  }
  return {
    next: page.next,
    items: page.items.map((row) => ({
      person: names.person(row.person_id),
      unit: names.unit(row.unit_id),
      title: row.title,
      group: row.subject_group,
      raters: raters.filter((each) => each.person_id === row.person_id).map(viewOf),
      short: counts.filter((each) => each.personId === row.person_id).map((each) => each.kind),
    })),
  }
})
