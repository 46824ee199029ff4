import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, prose } from '#platform/contract/shapes.ts'
import { clashKinds } from '../domain/planning/clashes.ts'
import { assignmentActs, assignmentStates } from '../domain/planning/state.ts'
import { named } from './named.ts'

const person = z.object({ id: idOf<'person'>(), name: z.string() })
const assignmentId = idOf<'assignment'>()
const revision = z.number().int().min(1)
const minute = z.number().int().min(0).max(1440).nullable()

/** A camera or vehicle as the desk calls it; empty for none. */
const thing = z.string().max(120).transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))

/** What is planned. Without times it takes the whole day. */
const plan = {
  topic: line(300),
  column: line(120).nullable(),
  place: z.string().max(200).transform((text) => text.normalize('NFC').trim()),
  onDate: dateShape,
  startMinute: minute,
  endMinute: minute,
  writerId: idOf<'person'>(),
  filmerId: idOf<'person'>().nullable(),
  camera: thing,
  vehicle: thing,
  dueAt: z.iso.datetime(),
  note: prose(2000),
}

/** An assignment as the newsroom sees it. */
export const assignmentView = z.object({
  id: assignmentId,
  unit: named,
  topic: z.string(),
  column: z.string().nullable(),
  place: z.string(),
  onDate: dateShape,
  startMinute: minute,
  endMinute: minute,
  writer: person,
  filmer: person.nullable(),
  camera: z.string(),
  vehicle: z.string(),
  dueAt: z.iso.datetime(),
  note: z.string(),
  state: z.enum(assignmentStates),
  revision,
  late: z.boolean(),
  plannedBy: person,
  /** The story begun from it. */
  story: z.object({ id: idOf<'story'>(), title: z.string() }).nullable(),
  /** Who or what is needed elsewhere at the same time. */
  clashes: z.array(z.object({ kind: z.enum(clashKinds), what: z.string(), with: z.object({ id: assignmentId, topic: z.string() }) })),
  can: z.object({ change: z.boolean(), acts: z.array(z.enum(assignmentActs)), beginStory: z.boolean() }),
})

/** The plan of the week (kế hoạch tuần) and its assignments. */
export const planningRoutes = defineRoutes({
  getWeek: {
    method: 'GET',
    path: '/api/newsroom/planning',
    summary: 'The assignments of the week a day is in, by day and time; the units one plans for, with who can be assigned, and cameras and vehicles taken lately',
    permission: 'signed-in',
    query: z.object({ day: dateShape.optional() }),
    reply: z.object({
      monday: dateShape,
      items: z.array(assignmentView),
      plansFor: z.array(named.extend({ people: z.array(person), cameras: z.array(z.string()), vehicles: z.array(z.string()) })),
    }),
    refusals: ['platform.not-found'],
  },
  addAssignment: {
    method: 'POST',
    path: '/api/newsroom/assignments',
    summary: 'Give out an assignment',
    permission: 'newsroom:desk',
    body: z.strictObject({ unitId: idOf<'unit'>(), ...plan }),
    reply: z.object({ id: assignmentId }),
    refusals: ['platform.not-found', 'newsroom.assignment.no-such-person', 'newsroom.assignment.times'],
  },
  changeAssignment: {
    method: 'PUT',
    path: '/api/newsroom/assignments/:assignmentId',
    summary: 'Change an assignment that is not yet over; given to somebody else it is to be accepted anew',
    permission: 'newsroom:desk',
    params: z.object({ assignmentId }),
    body: z.strictObject({ revision, ...plan }),
    reply: z.object({ revision }),
    refusals: ['platform.not-found', 'newsroom.assignment.changed', 'newsroom.assignment.wrong-state', 'newsroom.assignment.no-such-person', 'newsroom.assignment.times'],
  },
  actOnAssignment: {
    method: 'POST',
    path: '/api/newsroom/assignments/:assignmentId/acts',
    summary: 'Accept, begin or report an assignment, work on it again; the desk cancels it or gives it out anew',
    permission: 'signed-in',
    params: z.object({ assignmentId }),
    body: z.strictObject({ revision, act: z.enum(assignmentActs) }),
    reply: z.object({ revision, state: z.enum(assignmentStates) }),
    refusals: ['platform.not-found', 'newsroom.assignment.changed', 'newsroom.assignment.wrong-state'],
  },
  beginAssigned: {
    method: 'POST',
    path: '/api/newsroom/assignments/:assignmentId/story',
    summary: 'Begin the story of an assignment in its column; both know each other from then on',
    permission: 'newsroom:write',
    params: z.object({ assignmentId }),
    body: z.strictObject({}),
    reply: z.object({ storyId: idOf<'story'>() }),
    refusals: ['platform.not-found', 'newsroom.no-unit', 'newsroom.assignment.wrong-state', 'newsroom.assignment.has-story'],
  },
  getStoryAssignment: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/assignment',
    summary: 'The assignment a story was begun from; null where it was nobody’s',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: z.object({ assignment: assignmentView.nullable() }),
    refusals: ['platform.not-found'],
  },
})
