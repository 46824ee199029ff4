import type { CampaignId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { keptFile } from '../keep-file.ts'
import { requireVisible } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { visibleDocuments } from './document-scope.ts'

/** One paper of a campaign; opening it is in the ledger. */
export const downloadDocument = query(campaignRoutes.downloadDocument, async ({ params, actor, read, today, files, record }) => {
  const row = await read
    .selectFrom('evaluation_document')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', params.documentId)
    .select(['campaign_id', 'person_id', 'name', 'media_type', 'file_id'])
    .executeTakeFirst()
  if (row === undefined) refuse('platform.not-found')
  const campaign = await loadCampaign(read, actor.tenantId, row.campaign_id as CampaignId)
  const { manages } = await requireVisible(campaign, actor, read, today)
  const seen = await visibleDocuments(read, actor, campaign, manages).where('d.id', '=', params.documentId).select('d.id').executeTakeFirst()
  if (seen === undefined) refuse('platform.not-found')
  const bytes = await keptFile({ read, files, tenantId: actor.tenantId }, row.file_id)
  if (bytes === undefined) refuse('platform.not-found')
  record({ action: 'evaluation.document.opened', subject: { kind: 'document', id: params.documentId }, about: row.person_id === null || row.person_id === actor.personId ? [] : [row.person_id] })
  return { contentType: 'application/octet-stream', fileName: row.name, bytes }
})
