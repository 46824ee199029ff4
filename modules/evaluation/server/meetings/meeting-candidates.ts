import type { PersonId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { holdingsAsOf, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import type { AttendeeRole } from '../../domain/meeting.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { territories } from '../results/issuing-bodies.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { mainHoldings } from '../tasks/assignable.ts'

/**
 * Who could be called: everybody in a post of the scope today. Suggested are whoever decides most as the chair, the
 * officer as secretary, and as members whoever scores or decides, and the leaders of the body that meets.
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
  const holdings = mainHoldings(await holdingsAsOf(read, tenantId, today)).filter((holding) => within.has(holding.unitId) || decisions.has(holding.personId) || holding.personId === actor.personId)
  const presiding = holdings.find((holding) => holding.personId === chair)?.unitId
  const concerned = new Set(participants.flatMap((participant) => [participant.superiorId, participant.deciderId]))
  const suggested = (holding: (typeof holdings)[number]): AttendeeRole | null => {
    if (holding.personId === chair) return 'chair'
    if (holding.personId === actor.personId) return 'secretary'
    return concerned.has(holding.personId) || (holding.isLeader && holding.unitId === presiding) ? 'member' : null
  }
  // A territory holds no meetings: the body of whoever presides does.
  const scope = above.get(campaign.scopeUnitId)
  const [own, parent] = lineage(above, presiding !== undefined && scope !== undefined && territories.has(scope.kind) ? presiding : campaign.scopeUnitId)
  return {
    candidates: holdings.map((holding) => ({
      person: { id: holding.personId, fullName: holding.fullName },
      title: holding.title,
      unit: above.get(holding.unitId)?.name ?? '',
      suggested: suggested(holding),
    })),
    heading: own?.kind.startsWith('party') === true || own?.kind === 'inspection_commission' ? ('party' as const) : ('state' as const),
    superiorBody: parent === undefined || territories.has(parent.kind) ? '' : parent.name,
    bodyName: own?.name ?? '',
  }
})
