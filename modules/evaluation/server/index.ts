import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { analysisRoutes } from '../contract/analysis-routes.ts'
import { ballotRoutes } from '../contract/ballot-routes.ts'
import { campaignRoutes, rulebookRoutes, sheetRoutes } from '../contract/campaign-routes.ts'
import { editionRoutes } from '../contract/edition-routes.ts'
import { planRoutes } from '../contract/plan-routes.ts'
import { raterRoutes } from '../contract/rater-routes.ts'
import { meetingRoutes } from '../contract/meeting-routes.ts'
import { minutesRoutes } from '../contract/minutes-routes.ts'
import { resultRoutes } from '../contract/result-routes.ts'
import { sheetFileRoutes } from '../contract/sheet-file-routes.ts'
import { catalogueRoutes, taskRoutes } from '../contract/task-routes.ts'
import { unitRoutes } from '../contract/unit-routes.ts'
import { evaluationRefusals } from '../domain/refusals.ts'
import { analysisHandlers } from './analysis/handlers.ts'
import { campaignHandlers } from './campaigns/handlers.ts'
import { rulebookHandlers } from './campaigns/rulebook-handlers.ts'
import { catalogueHandlers } from './catalogue/handlers.ts'
import { editionHandlers } from './editions/handlers.ts'
import { planHandlers } from './plans/handlers.ts'
import { raterHandlers } from './raters/handlers.ts'
import { ballotHandlers, meetingHandlers, minutesHandlers } from './meetings/handlers.ts'
import { resultHandlers } from './results/handlers.ts'
import { sheetFileHandlers } from './sheet-files/handlers.ts'
import { sheetHandlers } from './sheets/handlers.ts'
import { taskHandlers } from './tasks/handlers.ts'
import { unitHandlers } from './units/handlers.ts'

/** Registers the evaluation routes. */
export function registerEvaluation(app: FastifyInstance, services: Services): void {
  serve(app, services, rulebookRoutes, rulebookHandlers, evaluationRefusals)
  serve(app, services, editionRoutes, editionHandlers, evaluationRefusals)
  serve(app, services, catalogueRoutes, catalogueHandlers, evaluationRefusals)
  serve(app, services, taskRoutes, taskHandlers, evaluationRefusals)
  serve(app, services, campaignRoutes, campaignHandlers, evaluationRefusals)
  serve(app, services, sheetRoutes, sheetHandlers, evaluationRefusals)
  serve(app, services, planRoutes, planHandlers, evaluationRefusals)
  serve(app, services, unitRoutes, unitHandlers, evaluationRefusals)
  serve(app, services, raterRoutes, raterHandlers, evaluationRefusals)
  serve(app, services, resultRoutes, resultHandlers, evaluationRefusals)
  serve(app, services, meetingRoutes, meetingHandlers, evaluationRefusals)
  serve(app, services, ballotRoutes, ballotHandlers, evaluationRefusals)
  serve(app, services, minutesRoutes, minutesHandlers, evaluationRefusals)
  serve(app, services, analysisRoutes, analysisHandlers, evaluationRefusals)
  serve(app, services, sheetFileRoutes, sheetFileHandlers, evaluationRefusals)
}

export { evaluationDisposals } from './disposals/disposals.ts'
export { namedInEvaluation } from './disposals/people-named.ts'
export { loadSampleEvaluation } from './load-sample.ts'
export { ownEvaluationRecords, type OwnEvaluation } from './own/own-records.ts'
export type { OwnContext } from './own/subject.ts'
export { namesOfPlaces, paperAccess, type PaperPlace } from './paper-access.ts'
export { compileAhead } from './rulebook/rulebook-library.ts'
export { usesHolding } from './uses-holding.ts'
