import { query } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { assignableTo } from './assignable.ts'

/** People the actor may give tasks to today. */
export const assignablePeople = query(taskRoutes.assignablePeople, async ({ actor, read, today }) => {
  const people = await assignableTo(read, actor, today)
  return {
    people: [...people.values()].map(({ personId, fullName, title, unitId, unitName }) => ({ id: personId, fullName, title, unit: { id: unitId, name: unitName } })),
  }
})
