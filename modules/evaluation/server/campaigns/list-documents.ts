import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { requireVisible } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { visibleDocuments } from './document-scope.ts'

/** Papers of the campaign: all to the personnel body; to others those of the campaign as a whole once published, and their own. */
export const listDocuments = query(campaignRoutes.listDocuments, async ({ params, actor, read, today }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  const { manages } = await requireVisible(campaign, actor, read, today)
  const rows = await visibleDocuments(read, actor, campaign, manages)
    .leftJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', actor.tenantId).onRef('x.id', '=', 'd.person_id'))
    .select(['d.id', 'd.kind', 'd.name', 'x.full_name', 'd.added_at'])
    .orderBy('d.added_at')
    .orderBy('d.id')
    .execute()
  return {
    documents: rows.map((row) => ({ id: row.id, kind: row.kind, name: row.name, personName: row.full_name, addedAt: (row.added_at as Date).toISOString() })),
    canAdd: manages,
  }
})
