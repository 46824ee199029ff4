import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, pageQuery, pageShape } from '#platform/contract/shapes.ts'

/** Somebody of the organisation and the login that opens for them, if any. */
export const loginLine = z.object({
  personId: idOf<'person'>(),
  code: z.string(),
  fullName: z.string(),
  /** Post and unit today; empty when none is held. */
  post: z.string(),
  unit: z.string(),
  username: z.string().nullable(),
  /** Until when the open invitation can be taken up. */
  invitedUntil: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
})

/** A login with its first password, shown once to hand over on a slip; it is stored only as a hash. */
export const loginSlip = z.object({
  personId: idOf<'person'>(),
  fullName: z.string(),
  unit: z.string(),
  username: z.string(),
  password: z.string(),
})

/** A login with the secret of its one-time link, shown once to send; it is stored only as a hash. */
export const invitationSlip = z.object({
  personId: idOf<'person'>(),
  fullName: z.string(),
  unit: z.string(),
  username: z.string(),
  token: z.string(),
  expiresAt: z.iso.datetime(),
})

const person = z.object({ personId: idOf<'person'>() })
const people = z.object({ personIds: z.array(idOf<'person'>()).min(1).max(500) })

/** The administrator's part: who has a login, and how they get in. */
export const loginRoutes = defineRoutes({
  listLogins: {
    method: 'GET',
    path: '/api/accounts/logins',
    summary: 'People who hold a post today, with or without a login, by given name',
    permission: 'accounts:manage',
    query: z.object({ ...pageQuery, search: z.string().max(100).optional(), only: z.enum(['all', 'without', 'with']).default('all') }),
    reply: pageShape(loginLine),
    refusals: ['platform.bad-page-key'],
  },
  openLogins: {
    method: 'POST',
    path: '/api/accounts/logins',
    summary: 'Open logins for people; the first passwords are shown once, to be handed over on slips',
    permission: 'accounts:manage',
    stepUp: true,
    body: people,
    reply: z.object({ slips: z.array(loginSlip) }),
    refusals: ['accounts.login.unknown-person', 'accounts.login.exists'],
  },
  invite: {
    method: 'POST',
    path: '/api/accounts/invitations',
    summary: 'One-time links for people with or without a login; they end earlier links and are shown once',
    permission: 'accounts:manage',
    stepUp: true,
    body: people,
    reply: z.object({ slips: z.array(invitationSlip) }),
    refusals: ['accounts.login.unknown-person'],
  },
  revokeInvitation: {
    method: 'POST',
    path: '/api/accounts/logins/:personId/revoke-invitation',
    summary: 'End the open invitation of somebody',
    permission: 'accounts:manage',
    params: person,
    reply: z.object({ done: z.literal(true) }),
    refusals: ['accounts.invitation.over'],
  },
  resetLogin: {
    method: 'POST',
    path: '/api/accounts/logins/:personId/reset',
    summary: 'Give somebody a new first password; their sessions end',
    permission: 'accounts:manage',
    stepUp: true,
    params: person,
    reply: loginSlip,
    refusals: ['accounts.login.unknown-person'],
  },
  removeSecondFactors: {
    method: 'POST',
    path: '/api/accounts/logins/:personId/second-factors/remove',
    summary: 'Take away the second factors of somebody who lost them; their sessions end',
    permission: 'accounts:manage',
    stepUp: true,
    params: person,
    reply: z.object({ done: z.literal(true) }),
    refusals: ['accounts.login.unknown-person'],
  },
})
