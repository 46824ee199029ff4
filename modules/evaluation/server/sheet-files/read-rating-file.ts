import { asId } from '#kernel/id.ts'
import { query } from '#platform/http/handler.ts'
import { markCellsAside } from '#platform/spreadsheet/mark-cells-aside.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { loadNames } from '../campaigns/names.ts'
import { checkWorkbook } from './check-file.ts'
import { changeView, problemView } from './check-sheet-file.ts'
import { xlsx } from './export-sheets.ts'
import { loadOpenRatings, ratingPlace } from './rating-sheets.ts'

/**
 * Reads a further rater's filled-in workbook for the page and forgets it: a question, not an act. The file is not kept, the
 * ledger has nothing of it, and the answer is stored for no repetition; what counts is what the page sends afterwards.
 */
export const readRatingFile = query(sheetFileRoutes.readRatingFile, async ({ params, body, actor, read }) => {
  const place = await ratingPlace(read, actor, params.campaignId, params.kind)
  const checked = await checkWorkbook(actor, place.campaign, body, [place.rater.id], () => loadOpenRatings(read, actor, place))
  const names = await loadNames(read, actor.tenantId, checked.sheets.flatMap((sheet) => (sheet.outcome === 'closed' ? [] : [sheet.personId])), [], place.campaign.period.to)
  return {
    sheets: checked.sheets.map(({ personId, name, outcome, changes, version, savedSince, content }) => ({
      person: outcome === 'closed' ? { id: asId<'person'>(personId), fullName: name } : names.person(personId),
      outcome,
      changes: changes.map(changeView),
      version,
      savedSince,
      points: content === null ? null : { ...content.points },
      comment: content?.comment ?? '',
    })),
    problems: checked.problems.map((problem) => problemView(problem, names)),
  }
})

/** A copy of the further rater's own file with each bad cell red; the file goes back with the answer and stays nowhere. */
export const markedRatingFile = query(sheetFileRoutes.markedRatingFile, async ({ params, body, actor, read }) => {
  const place = await ratingPlace(read, actor, params.campaignId, params.kind)
  const { problems } = await checkWorkbook(actor, place.campaign, body, [place.rater.id], () => loadOpenRatings(read, actor, place))
  return { contentType: xlsx, fileName: `Phiếu chấm điểm - ${place.campaign.name} - ô cần sửa.xlsx`, bytes: await markCellsAside(body, problems) }
})
