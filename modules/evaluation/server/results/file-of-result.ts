import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { standingOf, type Standing } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadParticipant, type Participant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'

/** One person's file with the campaign around it and what the actor is to it. */
export interface ResultFile {
  readonly campaign: Campaign
  readonly participant: Participant
  readonly standing: Standing
  readonly rulebook: CompiledRulebook
}

/** Reads the file, or refuses as not found: whether it exists is nobody's business who has no part in it. */
export async function loadResultFile(read: Reader, actor: Actor, campaignId: CampaignId, personId: PersonId, today: CalendarDate): Promise<ResultFile> {
  const campaign = await loadCampaign(read, actor.tenantId, campaignId)
  const participant = await loadParticipant(read, actor.tenantId, campaignId, personId)
  const access = await accessTo(campaign, actor, read, today)
  const standing = standingOf(actor, participant, access.manages, access.colleagueUnits)
  if (!standing.personnel && !standing.subject && !standing.superior && !standing.authority && !standing.colleague) refuse('platform.not-found')
  if (campaign.status === 'draft' && !standing.personnel) refuse('platform.not-found')
  return { campaign, participant, standing, rulebook: await pinnedRulebook(read, actor.tenantId, campaign.rulebook) }
}
