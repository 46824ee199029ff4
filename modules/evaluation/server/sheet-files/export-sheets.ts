import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { takesPart } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { loadNames } from '../campaigns/names.ts'
import { loadOpenSheets } from './open-sheets.ts'
import { writeSheetFile } from './write-sheet-file.ts'

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One's open sheets of a campaign as one protected workbook; the export is in the ledger. */
export const exportSheets = query(sheetFileRoutes.exportSheets, async ({ params, actor, read, record }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  if (actor.personId === null || !(await takesPart(read, actor, campaign))) refuse('platform.not-found')
  const open = await loadOpenSheets(read, actor, campaign)
  if (open.length === 0) refuse('evaluation.sheet-file.nothing-open')
  const names = await loadNames(read, actor.tenantId, [actor.personId, ...open.map((sheet) => sheet.personId)], open.map((sheet) => sheet.unitId), campaign.period.to)
  const bytes = await writeSheetFile(campaign, actor.personId, open, names)
  record({ action: 'evaluation.sheet-file.exported', subject: { kind: 'campaign', id: campaign.id }, about: open.map((sheet) => sheet.personId), data: { sheets: open.map((sheet) => ({ personId: sheet.personId, rater: sheet.rater, version: sheet.version })) } })
  return { contentType: xlsx, fileName: `Phiếu chấm điểm - ${campaign.name}.xlsx`, bytes }
})
