import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { derivedFacts, mergedFacts } from '../../domain/facts.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { askedKinds } from '../../domain/scoring/asked-kinds.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'
import type { Participant } from '../campaigns/participant-row.ts'
import { loadServiceRecords } from '../campaigns/service-records.ts'

/**
 * The kinds of rater the rulebook asks about each of these people, under the campaign's settings and their facts. A year
 * that is the mean of its months asks nobody: those were rated.
 */
export async function askedOf(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participants: readonly Participant[]): Promise<Map<PersonId, ReadonlySet<string>>> {
  if (fromShorterPeriods(rulebook, campaign.period.kind)) return new Map(participants.map((each) => [each.personId, new Set<string>()]))
  const records = await loadServiceRecords(read, tenantId, participants.map((each) => each.personId), campaign.period)
  const settings = engineSettings(campaign.settings)
  return new Map(
    participants.map((each) => {
      const derived = derivedFacts(rulebook, campaign.period, records.get(each.personId) ?? { leaves: [], since: null }, each.isHead)
      return [each.personId, askedKinds(rulebook, { group: each.group, settings, facts: mergedFacts(derived, each.facts) })] as const
    }),
  )
}
