import type { TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { organisationLevelFact } from '../../domain/facts.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadUnitBounds } from './unit-bounds.ts'
import type { UnitCampaignId } from './unit-row.ts'

/** The organisation a head waits for and the round that has to decide it; null when nothing is waited for. */
export type WaitingUnit = (unitId: UnitId, name: string) => { unit: { id: UnitId; name: string }; unitCampaignId: UnitCampaignId } | null

/** Which of these organisations a round of the campaign's period has yet to decide, for their heads (article 20.6). */
export async function waitingUnits(read: Reader, tenantId: TenantId, campaign: Campaign, units: readonly UnitId[]): Promise<WaitingUnit> {
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  if (units.length === 0 || organisationLevelFact(rulebook) === undefined) return () => null
  const boundOf = await loadUnitBounds(read, tenantId, campaign, rulebook)
  return (unitId, name) => {
    const bound = boundOf(unitId)
    return bound.kind === 'waits' ? { unit: { id: unitId, name }, unitCampaignId: bound.unitCampaignId as UnitCampaignId } : null
  }
}
