import type { Handlers } from '#platform/http/handler.ts'
import type { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { checkSheetFile } from './check-sheet-file.ts'
import { confirmSheetFile } from './confirm-sheet-file.ts'
import { exportRatings } from './export-ratings.ts'
import { exportSheets } from './export-sheets.ts'
import { markedSheetFile } from './marked-sheet-file.ts'
import { markedRatingFile, readRatingFile } from './read-rating-file.ts'

export const sheetFileHandlers: Handlers<typeof sheetFileRoutes> = { exportSheets, checkSheetFile, confirmSheetFile, markedSheetFile, exportRatings, readRatingFile, markedRatingFile }
