import type { Handlers } from '#platform/http/handler.ts'
import type { analysisRoutes } from '../../contract/analysis-routes.ts'
import { analyseCampaign } from './analyse-campaign.ts'

export const analysisHandlers: Handlers<typeof analysisRoutes> = { analyseCampaign }
