import { sql } from 'kysely'
import { holds, scopeOf, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { accessTo } from './campaign-access.ts'
import { campaignOf, selectCampaigns } from './campaign-row.ts'
import { countOverduePetitions, loadCounts, stateOf } from './campaign-state.ts'
import { campaignView } from './campaign-view.ts'
import { loadUnitNames } from './names.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** Campaigns the actor manages or takes part in, newest period first. */
export const listCampaigns = query(campaignRoutes.listCampaigns, async ({ query: asked, actor, read, today, calendar }) => {
  let rows = selectCampaigns(read, actor.tenantId).orderBy('c.period_from', 'desc').orderBy('c.id', 'desc').limit(pageLimit(asked.limit))
  const managed = await managedCampaigns(actor, read, today)
  if (managed !== null) {
    const me = actor.personId
    rows = rows.where(sql<boolean>`(c.scope_unit_id = any(${managed}::uuid[]) or (c.status <> 'draft' and exists (select 1 from evaluation_participant p
      where p.tenant_id = ${actor.tenantId} and p.campaign_id = c.id and (p.person_id = ${me} or p.superior_id = ${me} or p.decider_id = ${me}))))`)
  }
  if (asked.status !== undefined) rows = rows.where('c.status', '=', asked.status)
  if (asked.year !== undefined) rows = rows.where('c.period_from', '>=', `${asked.year}-01-01`).where('c.period_from', '<=', `${asked.year}-12-31`)
  if (asked.after !== undefined) {
    const [from, id] = pageKey(asked.after, ['date', 'uuid'])
    rows = rows.where(sql<boolean>`(c.period_from, c.id) < (${from}::date, ${id}::uuid)`)
  }
  const found = (await rows.execute()).map(campaignOf)
  const counts = await loadCounts(read, actor.tenantId, found)
  const overdue = await countOverduePetitions(read, actor.tenantId, found, today)
  const names = await loadUnitNames(read, actor.tenantId, found.map((campaign) => campaign.scopeUnitId), today)
  const views = []
  for (const campaign of found) {
    const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
    const own = counts.get(campaign.id)
    if (own === undefined) throw new Error('campaign without counts')
    const state = await stateOf(read, actor.tenantId, campaign, own, rulebook, calendar)
    const { manages } = await accessTo(campaign, actor, read, today)
    views.push(campaignView({ campaign, rulebook, counts: own, overduePetitions: overdue.get(campaign.id) ?? 0, state, scopeName: names.get(campaign.scopeUnitId) ?? '', manages, today }))
  }
  return { ...pageOf(views, asked.limit, (view) => [view.period.from, view.id]), items: views.slice(0, asked.limit), canCreate: holds(actor, 'evaluation:manage') }
})

/** Units whose campaigns the actor manages, subtrees included; null means all. */
export async function managedCampaigns(actor: Actor, read: Parameters<typeof unitTreeAsOf>[0], today: Parameters<typeof unitTreeAsOf>[2]): Promise<UnitId[] | null> {
  const scope = scopeOf(actor, 'evaluation:manage')
  if (scope === null || scope.length === 0) return scope === null ? null : []
  const units = await unitTreeAsOf(read, actor.tenantId, today)
  const managed = new Set<UnitId>(scope)
  // Parents come before children.
  for (const unit of units) if (unit.parentId !== null && managed.has(unit.parentId)) managed.add(unit.id)
  return [...managed]
}
