import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { markCellsAside } from '#platform/spreadsheet/mark-cells-aside.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { takesPart } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { keptFile } from '../keep-file.ts'
import { checkFile } from './check-file.ts'
import { xlsx } from './export-sheets.ts'

/** A copy of the rater's own file with each bad cell red and a note of what is expected there. */
export const markedSheetFile = query(sheetFileRoutes.markedSheetFile, async ({ params, actor, read, files, record }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  if (!(await takesPart(read, actor, campaign))) refuse('platform.not-found')
  const bytes = (await keptFile({ read, files, tenantId: actor.tenantId }, params.importId)) ?? refuse('evaluation.import.gone')
  const { problems } = await checkFile(read, actor, campaign, bytes)
  record({ action: 'evaluation.sheet-file.marked', subject: { kind: 'campaign', id: campaign.id }, data: { importId: params.importId, problems: problems.length } })
  return { contentType: xlsx, fileName: `Phiếu chấm điểm - ${campaign.name} - ô cần sửa.xlsx`, bytes: await markCellsAside(bytes, problems) }
})
