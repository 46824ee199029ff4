import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { requireOpen } from '../../domain/petition.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { decidersBelow } from './petition-escalation.ts'
import { isEscalated, lockPetition } from './petition-record.ts'

/** Reminds the authority of a petition to answer: the personnel body at any time, the head above once it is overdue (article 22). */
export const remindPetition = command(resultRoutes.remindPetition, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const petition = await lockPetition(tx, read, tenantId, params.petitionId)
  const { deciderId } = petition
  const { manages } = await accessTo(await loadCampaign(read, tenantId, petition.campaignId), actor, read, today)
  const watches = manages || isEscalated(petition, await decidersBelow(read, actor, today), today)
  if (!watches || deciderId === null || deciderId === actor.personId || petition.personId === actor.personId) refuse('platform.not-found')
  requireOpen(petition.status)
  await tx
    .insertInto('evaluation_reminder')
    .values({ tenant_id: tenantId, id: uuidv7(), campaign_id: petition.campaignId, person_id: deciderId, about_person_id: petition.personId, text: body.text, sent_at: now })
    .execute()
  record({ action: 'evaluation.petition.reminded', subject: { kind: 'petition', id: petition.id }, data: { deciderId, overdue: petition.dueOn < today } })
  return { sentAt: now.toISOString() }
})
