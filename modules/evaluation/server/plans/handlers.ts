import type { Handlers } from '#platform/http/handler.ts'
import type { planRoutes } from '../../contract/plan-routes.ts'
import { proposePlan } from './propose-plan.ts'
import { settlePlan } from './settle-plan.ts'

/** The handlers of plans. */
export const planHandlers: Handlers<typeof planRoutes> = { proposePlan, settlePlan }
