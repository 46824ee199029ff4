import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { toShortest, parseRational } from '#kernel/rational.ts'
import { Refusal } from '#kernel/refusal.ts'
import { organisationAsOf, personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ledProposalView } from '../../contract/views.ts'
import { computeScore, engineInput, type Material } from '../../domain/compute.ts'
import { floorOf, judgementOfLed, proposeLed } from '../../domain/led-result.ts'
import { postsDay } from '../../domain/period.ts'
import { maySeeScores, standingOf, type Standing } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { ScoreResult } from '../../domain/scoring/types.ts'
import { failingLevel } from '../../domain/unit-campaign.ts'
import { campaignOf, selectCampaigns, type Campaign } from '../campaigns/campaign-row.ts'
import { loadParticipants, type Participant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadMaterial } from '../results/load-material.ts'

type ProposalView = z.input<typeof ledProposalView>

const scoredStatuses: readonly Participant['status'][] = ['scored', 'compiled', 'decided', 'published']

/**
 * What d of a leader would be by the scores of those under them in the same period (article 15.3a), for who judges it. It
 * is proposed with the list, never set. A head leads everybody in the unit and below; a deputy those they score (article 15.4).
 */
export async function ledProposal(read: Reader, actor: Actor, campaign: Campaign, rulebook: CompiledRulebook, leader: Participant, standing: Standing, today: CalendarDate): Promise<ProposalView | null> {
  const judgement = campaign.period.kind === 'year' ? undefined : judgementOfLed(rulebook, leader.group)
  if (judgement === undefined || !(standing.superior || standing.authority || standing.personnel)) return null
  const people = await scoresOfLed(read, actor, campaign, leader, standing, today)
  const { value, reached, failing, waiting } = proposeLed(judgement, people)
  const shown = people.filter((one) => one.shown)
  const names = await personNames(read, actor.tenantId, shown.map((one) => one.personId))
  const best = value === null ? null : parseRational(value)
  return {
    judgement: judgement.id,
    value: best === null ? null : toShortest(best),
    floor: floorOf(rulebook),
    reached,
    failing,
    waiting,
    people: shown.map(({ personId, total, reached: enough }) => ({ person: { id: personId, fullName: names.get(personId)?.fullName ?? '' }, total, reached: enough })),
  }
}

async function scoresOfLed(read: Reader, actor: Actor, campaign: Campaign, leader: Participant, standing: Standing, today: CalendarDate) {
  const { tenantId } = actor
  const organisation = await organisationAsOf(read, tenantId, postsDay(campaign.period, today))
  const led = new Set<UnitId>(leader.isHead ? organisation.subtreeOf(leader.unitId) : [])
  const campaigns = (
    await selectCampaigns(read, tenantId)
      .where('c.period_kind', '=', campaign.period.kind)
      .where('c.period_from', '=', campaign.period.from)
      .where('c.period_to', '=', campaign.period.to)
      .where('c.status', 'not in', ['draft', 'cancelled'])
      .execute()
  ).map(campaignOf)
  const found = []
  const counted = new Set<string>()
  // The leader's own campaign first: somebody scored under two regimes counts once.
  for (const each of campaigns.toSorted((a, b) => Number(b.id === campaign.id) - Number(a.id === campaign.id))) {
    const under = (await loadParticipants(read, tenantId, each.id)).filter(
      (one) => one.personId !== leader.personId && !counted.has(one.personId) && one.excludedReason === '' && (leader.isHead ? led.has(one.unitId) : one.superiorId === leader.personId),
    )
    const rulebook = await pinnedRulebook(read, tenantId, each.rulebook)
    const material = await loadMaterial(read, tenantId, each, rulebook, under.filter((one) => scoredStatuses.includes(one.status)))
    for (const one of under) {
      counted.add(one.personId)
      const score = scoreOf(rulebook, material.get(one.personId))
      const may = maySeeScores(standingOf(actor, one, standing.personnel && each.id === campaign.id, new Set()), each.status)
      found.push({ personId: one.personId, total: may ? (score?.total ?? null) : null, reached: score === null ? null : score.band !== failingLevel(rulebook), shown: may })
    }
  }
  return found
}

/** The computed score; null while there is none, or not enough to compute one. */
function scoreOf(rulebook: CompiledRulebook, material: Material | undefined): ScoreResult | null {
  if (material === undefined) return null
  try {
    const score = computeScore(rulebook, engineInput(material), { derivation: false })
    return score.exact === null ? null : score
  } catch (error) {
    if (error instanceof Refusal && error.code === 'score_input_invalid') return null
    throw error
  }
}
