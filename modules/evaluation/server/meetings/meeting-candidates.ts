import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { holdingsAsOf, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import type { AttendeeRole } from '../../domain/meeting.ts'
import { paperHeadingOf } from '../../domain/paper-heading.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadIssuingBodies, territories } from '../results/issuing-bodies.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { mainHoldings } from '../tasks/assignable.ts'

/**
 * Who could be called: everybody in a post of the scope today. Suggested are whoever decides most as the chair, the
 * officer as secretary, and as members the collective that the rulebook lets score (Ban Thường vụ); where it knows none,
 * whoever scores or decides, and the leaders of the body that meets.
 */
export const meetingCandidates = query(meetingRoutes.meetingCandidates, async ({ params, actor, read, today }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const units = await unitTreeAsOf(read, tenantId, today)
  const above = new Map(units.map((unit) => [unit.id, unit]))
  const within = new Set<UnitId>(units.filter((unit) => lineage(above, unit.id).some((one) => one.id === campaign.scopeUnitId)).map((unit) => unit.id))
  const participants = await loadParticipants(read, tenantId, campaign.id)
  const decisions = new Map<PersonId, number>()
  for (const { deciderId } of participants) if (deciderId !== null) decisions.set(deciderId, (decisions.get(deciderId) ?? 0) + 1)
  const chair = [...decisions].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const collective = await collectiveOf(read, tenantId, campaign, rulebook)
  const holdings = mainHoldings(await holdingsAsOf(read, tenantId, today)).filter((holding) => within.has(holding.unitId) || decisions.has(holding.personId) || collective.has(holding.personId) || holding.personId === actor.personId)
  const presiding = holdings.find((holding) => holding.personId === chair)?.unitId
  const concerned = new Set(participants.flatMap((participant) => [participant.superiorId, participant.deciderId]))
  const suggested = (holding: (typeof holdings)[number]): AttendeeRole | null => {
    if (holding.personId === chair) return 'chair'
    if (holding.personId === actor.personId) return 'secretary'
    if (collective.size > 0) return collective.has(holding.personId) ? 'member' : null
    return concerned.has(holding.personId) || (holding.isLeader && holding.unitId === presiding) ? 'member' : null
  }
  // A territory holds no meetings: the body of whoever presides does.
  const scope = above.get(campaign.scopeUnitId)
  const [own, parent] = lineage(above, presiding !== undefined && scope !== undefined && territories.has(scope.kind) ? presiding : campaign.scopeUnitId)
  const partyRules = paperHeadingOf(rulebook) === 'party'
  const ofParty = partyRules || own?.kind.startsWith('party') === true || own?.kind === 'inspection_commission'
  const party = partyRules ? (await loadIssuingBodies(read, tenantId, today)).issuerOf(presiding ?? campaign.scopeUnitId, 'party') : null
  return {
    candidates: holdings.map((holding) => ({
      person: { id: holding.personId, fullName: holding.fullName },
      title: holding.title,
      unit: above.get(holding.unitId)?.name ?? '',
      suggested: suggested(holding),
    })),
    heading: ofParty ? ('party' as const) : ('state' as const),
    superiorBody: party !== null ? (party.superiorBody ?? '') : parent === undefined || territories.has(parent.kind) ? '' : parent.name,
    bodyName: party?.issuingBody ?? own?.name ?? '',
  }
})

/** The people of the collectives among a campaign's raters: the Standing Committee, the leaders of the body. */
async function collectiveOf(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook): Promise<ReadonlySet<string>> {
  const kinds = rulebook.raters.filter((rater) => rater.who === 'party_committee' || rater.who === 'council').map((rater) => rater.id)
  if (kinds.length === 0) return new Set()
  const rows = await read
    .selectFrom('evaluation_rater')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('kind', 'in', kinds)
    .select('rater_person_id')
    .distinct()
    .execute()
  return new Set(rows.map((row) => row.rater_person_id))
}
