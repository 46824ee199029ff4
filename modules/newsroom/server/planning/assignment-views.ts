import type { z } from 'zod'
import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import { availableActs } from '#kernel/transition.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { assignmentView } from '../../contract/planning-routes.ts'
import { clashesOf, type Booking } from '../../domain/planning/clashes.ts'
import { assignmentTransitions, isLate, isOpen } from '../../domain/planning/state.ts'
import { namedBy } from '../people-by-name.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { handsOn, type AssignmentRow } from './assignment-rows.ts'

function bookingOf({ writerId, filmerId, ...row }: AssignmentRow): Booking {
  return { ...row, people: filmerId === null || filmerId === writerId ? [writerId] : [writerId, filmerId] }
}

/** Whether somebody may begin the story of an assignment: who is to write it, once. */
export function mayBeginStory(actor: Actor, day: UnitsOfDay, { writerId, unitId, state, storyId }: AssignmentRow): boolean {
  return storyId === null && isOpen(state) && actor.personId === writerId && holdsOver(actor, 'newsroom:write', day.lineageOf(unitId))
}

/** Assignments as shown: names, the story, what clashes with any of the days read, and what may be done. */
export async function assignmentViews(read: Reader, actor: Actor, day: UnitsOfDay, shown: readonly AssignmentRow[], ofTheDays: readonly AssignmentRow[], now: Date): Promise<z.input<typeof assignmentView>[]> {
  const names = await personNames(read, actor.tenantId, [...new Set(shown.flatMap(({ writerId, filmerId, plannedBy }) => [writerId, plannedBy, ...(filmerId === null ? [] : [filmerId])]))])
  const person = namedBy(names)
  const storyIds = shown.flatMap(({ storyId }) => storyId ?? [])
  const stories = storyIds.length === 0 ? [] : await read.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', 'in', storyIds).select(['id', 'title']).execute()
  const titles = new Map(stories.map(({ id, title }) => [id as StoryId, title]))
  const topics = new Map<string, AssignmentRow>(ofTheDays.map((row) => [row.id, row]))
  const bookings = ofTheDays.map(bookingOf)
  return shown.map((row) => {
    const hands = handsOn(actor, day, row)
    const { writerId, filmerId, plannedBy, unitId, dueAt, storyId, plannedAt: _, changedAt: __, ...said } = row
    return {
      ...said,
      unit: { id: unitId, name: day.nameOf(unitId) },
      writer: person(writerId),
      filmer: filmerId === null ? null : person(filmerId),
      plannedBy: person(plannedBy),
      dueAt: dueAt.toISOString(),
      late: isLate(row, now),
      story: storyId === null ? null : { id: storyId, title: titles.get(storyId) ?? '' },
      clashes: clashesOf(bookingOf(row), bookings).flatMap(({ kind, what, with: other }) => {
        const met = topics.get(other)
        return met === undefined ? [] : [{ kind, what: kind === 'person' ? (names.get(what as PersonId)?.fullName ?? '') : what, with: { id: met.id, topic: met.topic } }]
      }),
      can: { change: hands.has('desk') && isOpen(row.state), acts: availableActs(assignmentTransitions, row.state, (hand) => hands.has(hand)), beginStory: mayBeginStory(actor, day, row) },
    }
  })
}
