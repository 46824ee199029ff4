import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line } from '#platform/contract/shapes.ts'
import { approvalLevels } from '../domain/approval/state.ts'

const person = z.object({ id: idOf<'person'>(), name: z.string() })

/** A written delegation to approve, as those it concerns see it. */
export const delegationLine = z.object({
  id: idOf<'delegation'>(),
  from: person,
  to: person,
  level: z.enum(approvalLevels),
  fromDay: dateShape,
  toDay: dateShape,
  documentNumber: z.string(),
  documentDate: dateShape,
  bothLevels: z.boolean(),
  /** Whether it holds today, is yet to begin, or is over. */
  status: z.enum(['in_force', 'future', 'over']),
  can: z.array(z.enum(['end'])),
})

/** Who signs for whom, and which levels ask for a new proof of who signs (ký duyệt). */
export const signingRoutes = defineRoutes({
  listDelegations: {
    method: 'GET',
    path: '/api/newsroom/delegations',
    summary: 'Written delegations to approve, from and to the one who asks; all of them for the desk. The latest first, at most 200',
    permission: 'signed-in',
    reply: z.object({ items: z.array(delegationLine), levels: z.array(z.enum(approvalLevels)) }),
    refusals: ['platform.not-found'],
  },
  recordDelegation: {
    method: 'POST',
    path: '/api/newsroom/delegations',
    summary: 'Delegate one’s own approval at a level to somebody, from a day to a day, by a document',
    permission: 'signed-in',
    stepUp: true,
    body: z.strictObject({ to: idOf<'person'>(), level: z.enum(approvalLevels), fromDay: dateShape, toDay: dateShape, documentNumber: line(60), documentDate: dateShape, bothLevels: z.boolean() }),
    reply: z.object({ id: idOf<'delegation'>() }),
    refusals: ['platform.not-found', 'newsroom.delegation.no-right', 'newsroom.delegation.self', 'newsroom.delegation.days', 'newsroom.delegation.past', 'newsroom.delegation.no-account'],
  },
  endDelegation: {
    method: 'POST',
    path: '/api/newsroom/delegations/:delegationId/end',
    summary: 'End a delegation at once; what was signed under it stands',
    permission: 'signed-in',
    params: z.object({ delegationId: idOf<'delegation'>() }),
    body: z.strictObject({}),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.delegation.over'],
  },
  getSigning: {
    method: 'GET',
    path: '/api/newsroom/signing',
    summary: 'The levels that ask whoever signs to prove once more who they are',
    permission: 'signed-in',
    reply: z.object({ proveAt: z.array(z.enum(approvalLevels)) }),
    refusals: ['platform.not-found'],
  },
  setSigning: {
    method: 'PUT',
    path: '/api/newsroom/signing',
    summary: 'Say at which levels whoever signs proves once more who they are',
    permission: 'newsroom:approve',
    stepUp: true,
    body: z.strictObject({ proveAt: z.array(z.enum(approvalLevels)).max(2) }),
    reply: z.object({}),
    refusals: [],
  },
  listLeaders: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/leaders',
    summary: 'Who approves to air for the story’s unit today, to name who ordered to air before signing',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: z.object({ items: z.array(person) }),
    refusals: ['platform.not-found'],
  },
  holdBlock: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/holds',
    summary: 'Hold the block one writes in for a minute, or let go; says who holds which others, and the revision that stands',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    body: z.strictObject({ windowId: z.uuid(), blockId: z.uuid().nullable() }),
    reply: z.object({
      /** Whether the block asked for is now held by this window; true also when none was asked for. */
      held: z.boolean(),
      others: z.array(z.object({ blockId: z.uuid(), person, until: z.iso.datetime() })),
      revision: z.number().int(),
    }),
    refusals: ['platform.not-found', 'newsroom.story.wrong-state'],
  },
})
