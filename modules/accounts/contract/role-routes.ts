import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, words } from '#platform/contract/shapes.ts'
import { grantedRoles } from '../domain/roles.ts'

/** Which given roles a list shows. */
export const roleFilters = ['now', 'ended', 'all'] as const

/** A role somebody was given, over which part of the committee, how long and by which document. */
export const givenRoleLine = z.object({
  id: idOf<'grant'>(),
  personId: idOf<'person'>().nullable(),
  /** Of the person, or of an account without one. */
  name: z.string(),
  username: z.string(),
  role: z.enum(grantedRoles),
  /** Null for the whole committee. */
  unit: z.object({ id: idOf<'unit'>(), name: z.string() }).nullable(),
  from: dateShape,
  /** The last day; null without an end, before `from` when it was taken back on its first day or earlier. */
  to: dateShape.nullable(),
  state: z.enum(['in_force', 'future', 'ended']),
  documentNumber: z.string(),
  documentDate: dateShape.nullable(),
  /** Null for the first administrator and the sample. */
  givenBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string(),
  can: z.array(z.enum(['end'])),
})

// The head of the committee is among them: at the beginning nobody else could be the second person.
const second = ['accounts:manage', 'personal-data:manage', 'evaluation:decide'] as const

/** Roles given by hand (vai trò được giao): what does not follow from posts. */
export const roleRoutes = defineRoutes({
  listGivenRoles: {
    method: 'GET',
    path: '/api/accounts/roles',
    summary: 'Roles given by hand over the units one administers, by given name; in force and yet to begin unless asked otherwise',
    permission: 'accounts:manage',
    query: z.object({ ...pageQuery, show: z.enum(roleFilters).default('now'), role: z.enum(grantedRoles).optional() }),
    reply: pageShape(givenRoleLine),
    refusals: ['platform.bad-page-key'],
  },
  giveRole: {
    method: 'POST',
    path: '/api/accounts/roles',
    summary: 'Give somebody with a login a role over a unit with everything below it, or over the whole committee; two persons',
    permission: 'accounts:manage',
    stepUp: true,
    twoPersons: { act: 'accounts.role.given', by: second },
    body: z.object({
      personId: idOf<'person'>(),
      role: z.enum(grantedRoles),
      /** Null for the whole committee. */
      unitId: idOf<'unit'>().nullable(),
      from: dateShape,
      /** The last day; null without an end. */
      to: dateShape.nullable(),
      documentNumber: line(100),
      documentDate: dateShape,
    }),
    reply: z.object({ id: idOf<'grant'>() }),
    refusals: ['platform.not-found', 'accounts.role.without-login', 'accounts.role.own', 'accounts.role.past', 'accounts.role.dates', 'accounts.role.whole-committee', 'accounts.role.held'],
  },
  endRole: {
    method: 'POST',
    path: '/api/accounts/roles/:roleId/end',
    summary: 'End a role from a day on, today at the earliest: then it ends at once; two persons',
    permission: 'accounts:manage',
    stepUp: true,
    twoPersons: { act: 'accounts.role.ended', by: second },
    params: z.object({ roleId: idOf<'grant'>() }),
    body: z.object({
      /** The first day without the role. */
      overFrom: dateShape,
      /** Why, with the document if there is one. */
      reason: words(500),
    }),
    reply: z.object({ lastDay: dateShape }),
    refusals: ['accounts.role.over', 'accounts.role.past', 'accounts.role.ends-earlier', 'accounts.role.last-administrator'],
  },
})
