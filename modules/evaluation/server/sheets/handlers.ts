import type { Handlers } from '#platform/http/handler.ts'
import type { sheetRoutes } from '../../contract/campaign-routes.ts'
import { enterMonthlyScore } from './enter-monthly-score.ts'
import { getSheet } from './get-sheet.ts'
import { myWork } from './my-work.ts'
import { respondEarly } from './respond-early.ts'
import { returnSheet } from './return-sheet.ts'
import { saveSheet } from './save-sheet.ts'
import { submitSheet } from './submit-sheet.ts'

export const sheetHandlers: Handlers<typeof sheetRoutes> = { getSheet, saveSheet, submitSheet, returnSheet, respondEarly, enterMonthlyScore, myWork }
