import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { loadNames } from '../campaigns/names.ts'
import { xlsx } from './export-sheets.ts'
import { loadOpenRatings, ratingPlace } from './rating-sheets.ts'
import { writeSheetFile } from './write-sheet-file.ts'

/** Everybody one rates as a kind of further rater as one protected workbook. The ledger says that it was taken out, never what is in it. */
export const exportRatings = query(sheetFileRoutes.exportRatings, async ({ params, actor, read, record }) => {
  const place = await ratingPlace(read, actor, params.campaignId, params.kind)
  const { campaign, rater } = place
  const open = await loadOpenRatings(read, actor, place)
  if (open.length === 0 || actor.personId === null) refuse('evaluation.sheet-file.nothing-open')
  const names = await loadNames(read, actor.tenantId, [actor.personId, ...open.map((sheet) => sheet.personId)], open.map((sheet) => sheet.unitId), campaign.period.to)
  const bytes = await writeSheetFile(campaign, actor.personId, open, names, () => rater.name.vi)
  record({ action: 'evaluation.rating-file.exported', subject: { kind: 'campaign', id: campaign.id }, data: { kind: rater.id } })
  return { contentType: xlsx, fileName: `Phiếu chấm điểm - ${rater.name.vi} - ${campaign.name}.xlsx`, bytes }
})
