import { v7 as uuidv7 } from 'uuid'
import type { PersonId } from '#kernel/id.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { keepFile } from '../keep-file.ts'
import { checkEvidence } from '../tasks/check-evidence.ts'
import { requireManages } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { loadParticipant } from './participant-row.ts'

/** Attaches minutes, the Party committee's opinion or a decision (articles 21, 24), after looking at what the file really is. */
export const addDocument = command(campaignRoutes.addDocument, async ({ params, query: asked, body, actor, tx, read, now, today, files, record }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  if (asked.personId !== undefined) await loadParticipant(read, tenantId, campaign.id, asked.personId as PersonId)
  const { name, mediaType } = await checkEvidence(asked.fileName, body)
  const fileId = await keepFile({ tx, files, tenantId, now }, body, mediaType)
  const id = uuidv7()
  await tx
    .insertInto('evaluation_document')
    .values({ tenant_id: tenantId, id, campaign_id: campaign.id, person_id: asked.personId ?? null, kind: asked.kind, file_id: fileId, name, media_type: mediaType, added_by: actor.accountId, added_at: now })
    .execute()
  record({ action: 'evaluation.document.added', subject: { kind: 'document', id }, data: { campaignId: campaign.id, kind: asked.kind, file: fileId } })
  return { documentId: id }
})
