import type { Handlers } from '#platform/http/handler.ts'
import type { waitingRoutes } from '../../contract/waiting-routes.ts'
import { getStoryTimes } from './get-story-times.ts'
import { getWaiting } from './get-waiting.ts'

/** Handlers of how long stories wait (thời gian chờ). */
export const waitingHandlers: Handlers<typeof waitingRoutes> = { getStoryTimes, getWaiting }
