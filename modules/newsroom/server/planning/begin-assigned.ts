import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { isOpen } from '../../domain/planning/state.ts'
import { blocksOfColumn } from '../desk/begin-in-column.ts'
import { beginStory } from '../stories/begin-story.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockAssignment } from './assignment-rows.ts'

/** Begins the story of an assignment, with the blocks of its column's template; only who is to write it, and once. */
export const beginAssigned = command(planningRoutes.beginAssigned, async ({ params, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const { id: assignmentId, unitId, writerId, storyId, state, revision, topic: title, column } = await lockAssignment(tx, actor, day, params.assignmentId)
  if (storyId !== null) refuse('newsroom.assignment.has-story')
  if (!isOpen(state) || actor.personId !== writerId) return refuse('newsroom.assignment.wrong-state', { state })
  if (!holdsOver(actor, 'newsroom:write', day.lineageOf(unitId))) refuse('newsroom.no-unit')
  const id = newId<'story'>()
  const blocks = await blocksOfColumn(read, actor.tenantId, day, { unitId, column, on: today }, () => newId<'block'>())
  await beginStory(tx, actor, id, { authorId: writerId, unitId }, { title, column, category: null, people: [], blocks }, now)
  await tx
    .updateTable('newsroom_assignment')
    .set({ story_id: id, state: 'in_progress', revision: revision + 1, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', assignmentId)
    .execute()
  record({ action: 'newsroom.story.created', subject: { kind: 'story', id }, data: { assignmentId } })
  return { storyId: id }
})
