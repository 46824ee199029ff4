import { refuse } from '#kernel/refusal.ts'
import type { UnitCampaign } from './unit-row.ts'

/** Refuses when somebody changed the round since it was read. */
export function requireRoundVersion(campaign: UnitCampaign, version: number): void {
  if (campaign.version !== version) refuse('evaluation.campaign.changed', { version: campaign.version, status: campaign.status, name: campaign.name })
}
