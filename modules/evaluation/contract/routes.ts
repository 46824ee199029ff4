import { analysisRoutes } from './analysis-routes.ts'
import { ballotRoutes } from './ballot-routes.ts'
import { campaignRoutes, rulebookRoutes, sheetRoutes } from './campaign-routes.ts'
import { editionRoutes } from './edition-routes.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { minutesRoutes } from './minutes-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { raterRoutes } from './rater-routes.ts'
import { resultRoutes } from './result-routes.ts'
import { sheetFileRoutes } from './sheet-file-routes.ts'
import { catalogueRoutes, taskRoutes } from './task-routes.ts'
import { unitRoutes } from './unit-routes.ts'

/** Every route of the module; each part is served by its own handlers. */
export const evaluationRoutes = { ...rulebookRoutes, ...editionRoutes, ...catalogueRoutes, ...taskRoutes, ...campaignRoutes, ...sheetRoutes, ...planRoutes, ...unitRoutes, ...raterRoutes, ...resultRoutes, ...meetingRoutes, ...ballotRoutes, ...minutesRoutes, ...analysisRoutes, ...sheetFileRoutes }
