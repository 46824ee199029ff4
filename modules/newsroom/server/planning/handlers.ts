import type { Handlers } from '#platform/http/handler.ts'
import type { planningRoutes } from '../../contract/planning-routes.ts'
import { actOnAssignment } from './act-on-assignment.ts'
import { beginAssigned } from './begin-assigned.ts'
import { getStoryAssignment } from './get-story-assignment.ts'
import { getWeek } from './get-week.ts'
import { addAssignment, changeAssignment } from './plan-assignment.ts'

/** Handlers of the plan of the week (kế hoạch tuần). */
export const planningHandlers: Handlers<typeof planningRoutes> = { getWeek, addAssignment, changeAssignment, actOnAssignment, beginAssigned, getStoryAssignment }
