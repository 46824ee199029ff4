import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { requireManages } from './campaign-access.ts'
import { loadCampaign, type Campaign } from './campaign-row.ts'
import { loadParticipants, type Participant } from './participant-row.ts'

/** Reminds those on whom a file waits: the subject, the superior or the authority. The message names the file, never a score. */
export const remind = command(campaignRoutes.remind, async ({ params, body, actor, tx, read, now, today, record }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  if (campaign.status !== 'scoring' && campaign.status !== 'deciding') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['scoring', 'deciding'] })
  const participants = await loadParticipants(read, actor.tenantId, campaign.id, body.personIds ?? undefined)
  const rows = participants.flatMap((participant) => {
    const waitsFor = personWaitedFor(campaign, participant)
    return waitsFor === null ? [] : [{ tenant_id: actor.tenantId, id: uuidv7(), campaign_id: campaign.id, person_id: waitsFor, about_person_id: participant.personId, text: body.text, sent_at: now }]
  })
  for (let start = 0; start < rows.length; start += 1000) await tx.insertInto('evaluation_reminder').values(rows.slice(start, start + 1000)).execute()
  record({ action: 'evaluation.campaign.reminded', subject: { kind: 'campaign', id: campaign.id }, data: { reminded: rows.length } })
  return { reminded: rows.length }
})

/** Who has to act on the file now, or null when nobody has. */
export function personWaitedFor(campaign: Pick<Campaign, 'status'>, participant: Pick<Participant, 'status' | 'excludedReason' | 'personId' | 'superiorId' | 'deciderId'>): string | null {
  if (participant.excludedReason !== '') return null
  if (campaign.status === 'scoring' && participant.status === 'self_scoring') return participant.personId
  if (campaign.status === 'scoring' && participant.status === 'superior_scoring') return participant.superiorId
  return campaign.status === 'deciding' && participant.status === 'compiled' ? participant.deciderId : null
}
