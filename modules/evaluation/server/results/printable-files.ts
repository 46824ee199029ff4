import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { standingOf, type Standing } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadParticipants, type Participant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'

/** A file the actor may print, with what the actor is to it. */
export interface PrintableFile {
  readonly participant: Participant
  readonly standing: Standing
}

/** The files of a campaign the actor may print: one person's, or all the actor has a part in. */
export async function loadPrintableFiles(read: Reader, actor: Actor, campaignId: CampaignId, personId: string | undefined, today: CalendarDate): Promise<{ campaign: Campaign; rulebook: CompiledRulebook; files: PrintableFile[] }> {
  const campaign = await loadCampaign(read, actor.tenantId, campaignId)
  const { manages } = await accessTo(campaign, actor, read, today)
  const participants = await loadParticipants(read, actor.tenantId, campaign.id, personId === undefined ? undefined : [personId as PersonId])
  const files = participants
    .map((participant) => ({ participant, standing: standingOf(actor, participant, manages, new Set()) }))
    .filter(({ standing }) => standing.personnel || standing.subject || standing.superior || standing.authority)
  if (files.length === 0 || (campaign.status === 'draft' && !manages)) refuse('platform.not-found')
  const scored = files.filter(({ participant }) => participant.excludedReason === '')
  if (scored.length === 0) refuse('evaluation.form.nothing', {})
  return { campaign, rulebook: await pinnedRulebook(read, actor.tenantId, campaign.rulebook), files: scored }
}
