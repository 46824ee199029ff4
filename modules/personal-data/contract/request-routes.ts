import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, pageQuery, pageShape, prose, words } from '#platform/contract/shapes.ts'
import { ownClasses } from '../domain/own-data/classes.ts'
import { otherWays, requestActs, requestKinds, requestStatuses } from '../domain/requests/request.ts'

const version = z.number().int()
const requestId = z.object({ requestId: idOf<'data-request'>() })
const changed = z.object({ version, status: z.enum(requestStatuses) })
const stale = ['personal-data.request.changed', 'personal-data.request.wrong-status', 'platform.not-found'] as const

/** A request with its clock. `next` is the day its next step is due, with the days left: working days to answer, calendar days to complete. */
export const requestView = z.object({
  id: idOf<'data-request'>(),
  version,
  kind: z.enum(requestKinds),
  recordClass: z.enum(ownClasses),
  className: z.object({ vi: z.string(), en: z.string() }),
  /** Null: every record of the class. */
  record: z.object({ id: z.string(), title: z.string() }).nullable(),
  reason: z.string(),
  asker: z.object({ personId: idOf<'person'>().nullable(), name: z.string() }),
  filedAt: z.iso.datetime(),
  status: z.enum(requestStatuses),
  next: z.object({ due: dateShape, daysLeft: z.number().int(), counted: z.enum(['working', 'calendar']), overdue: z.boolean() }).nullable(),
  answer: z.string(),
  ground: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  outcome: z.string(),
  completedAt: z.iso.datetime().nullable(),
  /** Where the rules provide another way for what is asked. */
  way: z.enum(otherWays).nullable(),
  can: z.array(z.enum(requestActs)),
})

export const requestRoutes = defineRoutes({
  fileRequest: {
    method: 'POST',
    path: '/api/personal-data/requests',
    summary: 'A data subject asks for access, correction, objection, restriction or deletion of named data of their own',
    permission: 'signed-in',
    body: z.object({ kind: z.enum(requestKinds), recordClass: z.enum(ownClasses), recordId: z.string().max(200).nullable(), reason: words(4000) }),
    reply: z.object({ requestId: idOf<'data-request'>(), answerDue: dateShape }),
    refusals: ['personal-data.request.no-such-record'],
  },
  myRequests: {
    method: 'GET',
    path: '/api/personal-data/requests/mine',
    summary: 'One’s own requests, the newest first',
    permission: 'signed-in',
    query: z.object(pageQuery),
    reply: pageShape(requestView),
    refusals: ['platform.bad-page-key'],
  },
  listRequests: {
    method: 'GET',
    path: '/api/personal-data/requests',
    summary: 'Requests of data subjects: open ones by what is due first, settled ones the newest first',
    permission: 'personal-data:manage',
    query: z.object({ ...pageQuery, show: z.enum(['open', 'settled']).default('open') }),
    reply: pageShape(requestView),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  requestCounts: {
    method: 'GET',
    path: '/api/personal-data/requests/counts',
    summary: 'How many requests are open, and how many of them are beyond their day',
    permission: 'personal-data:manage',
    reply: z.object({ open: z.number().int(), overdue: z.number().int() }),
    refusals: ['platform.not-found'],
  },
  answerRequest: {
    method: 'POST',
    path: '/api/personal-data/requests/:requestId/answer',
    summary: 'Accept with the procedure, or refuse with the legal ground; a published result points to the petition',
    permission: 'personal-data:manage',
    params: requestId,
    body: z.object({ version, verdict: z.enum(['accept', 'refuse']), answer: words(4000), ground: prose(1000) }),
    reply: changed,
    refusals: [...stale, 'personal-data.request.settled-record', 'personal-data.request.ground-needed'],
  },
  completeRequest: {
    method: 'POST',
    path: '/api/personal-data/requests/:requestId/completion',
    summary: 'Say what was done on an accepted request',
    permission: 'personal-data:manage',
    params: requestId,
    body: z.object({ version, outcome: words(4000) }),
    reply: changed,
    refusals: stale,
  },
  withdrawRequest: {
    method: 'POST',
    path: '/api/personal-data/requests/:requestId/withdrawal',
    summary: 'Who filed it withdraws',
    permission: 'signed-in',
    params: requestId,
    body: z.object({ version }),
    reply: changed,
    refusals: stale,
  },
})

