import { holds } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { loadUnitNames } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { visibleRound, type VisibleRound } from './unit-access.ts'
import { selectUnitCampaigns, unitCampaignOf } from './unit-row.ts'
import { roundView } from './unit-view.ts'

const shownAtMost = 60

/** Rounds of organisations that the actor manages or has a part in: a handful a year, the newest sixty. */
export const listUnitCampaigns = query(unitRoutes.listUnitCampaigns, async ({ actor, read, today }) => {
  const { tenantId } = actor
  const rounds = (await selectUnitCampaigns(read, tenantId).orderBy('c.period_from', 'desc').orderBy('c.id', 'desc').limit(shownAtMost).execute()).map(unitCampaignOf)
  const names = await loadUnitNames(read, tenantId, rounds.map((round) => round.scopeUnitId), today)
  const items = []
  for (const campaign of rounds) {
    const seen = await visibleRound(campaign, actor, read, today).catch(unlessHidden)
    if (seen === null) continue
    items.push(roundView({ campaign, rulebook: await pinnedRulebook(read, tenantId, campaign.rulebook), files: seen.files, quotasOver: [], scopeName: names.get(campaign.scopeUnitId) ?? '', manages: seen.manages }))
  }
  return { items, canCreate: holds(actor, 'evaluation:manage') }
})

function unlessHidden(error: unknown): VisibleRound | null {
  if (error instanceof Refusal && error.code === 'platform.not-found') return null
  throw error
}
