import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { organisationLevelFact } from '../../domain/facts.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { loadUnitNames } from '../campaigns/names.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadUnitBounds } from './unit-bounds.ts'

/** Refuses to decide on a head whose organisation a round of the same period has not decided yet, or on which rounds disagree (article 20.6). */
export async function requireUnitsFirst(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<void> {
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  if (organisationLevelFact(rulebook) === undefined) return
  const heads = (await loadParticipants(read, tenantId, campaign.id, people)).filter((one) => one.isHead && one.facts['organisationLevel'] === undefined)
  if (heads.length === 0) return
  const boundOf = await loadUnitBounds(read, tenantId, campaign, rulebook)
  for (const head of heads) {
    const bound = boundOf(head.unitId)
    if (bound.kind !== 'waits' && bound.kind !== 'conflict') continue
    const names = await loadUnitNames(read, tenantId, [head.unitId], campaign.period.to)
    refuse('evaluation.result.unit-first', { unit: names.get(head.unitId) ?? '', unitCampaignId: bound.unitCampaignId })
  }
}
