import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { InputOf } from '#platform/contract/route.ts'
import type { catalogueRoutes, taskRoutes } from '../../contract/task-routes.ts'

/** One's own tasks of a month, as the list of tasks asks for them. */
export function ownTasksInput(month: CalendarDate | undefined): InputOf<typeof taskRoutes.listTasks> {
  return { query: { who: 'me', limit: 100, ...(month === undefined ? {} : { month }) } }
}

/** The products that are at hand without a link. */
export const productsAtHand: InputOf<typeof catalogueRoutes.listProducts> = { query: { status: 'approved', limit: 200 } }
