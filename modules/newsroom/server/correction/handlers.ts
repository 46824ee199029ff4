import type { Handlers } from '#platform/http/handler.ts'
import type { correctionRoutes } from '../../contract/correction-routes.ts'
import { getCorrection } from './get-correction.ts'
import { issueCorrection } from './issue-correction.ts'
import { listCorrections } from './list-corrections.ts'
import { openCorrection } from './open-correction.ts'
import { printCorrection } from './print-correction.ts'
import { saveCorrection } from './save-correction.ts'

/** Handlers of corrections (cải chính). */
export const correctionHandlers: Handlers<typeof correctionRoutes> = { listCorrections, openCorrection, getCorrection, saveCorrection, issueCorrection, printCorrection }
