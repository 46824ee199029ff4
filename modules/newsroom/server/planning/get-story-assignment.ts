import { query } from '#platform/http/handler.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { assignmentColumns, assignmentOf, readAssignments } from './assignment-rows.ts'
import { assignmentViews } from './assignment-views.ts'

/** The assignment a story was begun from. */
export const getStoryAssignment = query(planningRoutes.getStoryAssignment, async ({ params, actor, read, now, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const row = await read.selectFrom('newsroom_assignment').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select(assignmentColumns).executeTakeFirst()
  if (row === undefined) return { assignment: null }
  const assignment = assignmentOf(row)
  const [view] = await assignmentViews(read, actor, day, [assignment], await readAssignments(read, actor.tenantId, day, assignment.onDate, assignment.onDate), now)
  return { assignment: view ?? null }
})
