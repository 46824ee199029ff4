import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line } from '#platform/contract/shapes.ts'
import { secondFactorRules, twoPersonRules } from '../domain/policy.ts'
import { chosenPassword, givenCode, givenPassword, passkeyCreated, passkeyProof, passkeyQuestion, passwordFaults } from './shapes.ts'

const moment = z.iso.datetime()
const done = z.object({ done: z.literal(true) })

/** A signed-in browser, as its owner recognises it. */
export const sessionLine = z.object({
  id: idOf<'session'>(),
  /** Browser and system in words the screens translate, from what the browser said of itself. */
  device: z.object({ browser: z.string(), system: z.string() }),
  source: z.string(),
  place: z.enum(['this_machine', 'office_network', 'internet', 'unknown']),
  beganAt: moment,
  seenAt: moment,
  secondFactor: z.boolean(),
  current: z.boolean(),
})

export const passkeyLine = z.object({ id: z.string(), name: z.string(), createdAt: moment, usedAt: moment.nullable(), here: z.boolean() })

/** One's own account as the page on security (Bảo mật) shows it. */
export const securityView = z.object({
  username: z.string(),
  passwordChangedAt: moment.nullable(),
  totp: z.object({ since: moment }).nullable(),
  recoveryLeft: z.number().int(),
  passkeys: z.array(passkeyLine),
  /** Whether passkeys can exist at the address the page was opened with. */
  passkeysPossible: z.boolean(),
  sessions: z.array(sessionLine),
  /** Whether this account's rights ask for a second factor by the committee's policy. */
  required: z.boolean(),
  /** Whether this session has proved one. */
  proved: z.boolean(),
})

export const policyShape = z.object({ secondFactor: z.enum(secondFactorRules), twoPersons: z.enum(twoPersonRules) })

/** One's own account: password, second factor, passkeys, sessions; and the committee's policy. */
export const securityRoutes = defineRoutes({
  security: {
    method: 'GET',
    path: '/api/accounts/security',
    summary: 'One’s own second factors, passkeys and sessions',
    permission: 'signed-in',
    reply: securityView,
    refusals: [],
  },
  prove: {
    method: 'POST',
    path: '/api/accounts/prove',
    summary: 'Prove again who one is, by password, code or passkey, before a sensitive act',
    permission: 'signed-in',
    body: z.union([z.object({ password: givenPassword }), z.object({ code: givenCode }), z.object({ proof: passkeyProof })]),
    reply: done,
    refusals: ['accounts.password.wrong', 'accounts.code.wrong', 'accounts.passkey.wrong', 'accounts.challenge.over', 'accounts.sign-in.too-many-attempts'],
  },
  changePassword: {
    method: 'POST',
    path: '/api/accounts/change-password',
    summary: 'Change one’s own password; other sessions of the account end',
    permission: 'signed-in',
    body: z.object({ current: givenPassword, next: chosenPassword }),
    reply: z.object({ changed: z.literal(true) }),
    refusals: ['accounts.password.wrong', 'accounts.password.same', 'accounts.sign-in.too-many-attempts', ...passwordFaults],
  },
  startTotp: {
    method: 'POST',
    path: '/api/accounts/totp',
    summary: 'A secret for an authenticator application, shown once and in force after its first code',
    permission: 'signed-in',
    stepUp: true,
    reply: z.object({ secret: z.string(), uri: z.string() }),
    refusals: ['accounts.totp.exists'],
  },
  confirmTotp: {
    method: 'POST',
    path: '/api/accounts/totp/confirm',
    summary: 'Put the authenticator application in force with its first code; answers the recovery codes, once, when none are left',
    permission: 'signed-in',
    stepUp: true,
    body: z.object({ code: givenCode }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['accounts.code.wrong', 'accounts.sign-in.too-many-attempts'],
  },
  removeTotp: {
    method: 'POST',
    path: '/api/accounts/totp/remove',
    summary: 'Take the authenticator application away; other sessions end',
    permission: 'signed-in',
    stepUp: true,
    reply: done,
    refusals: [],
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/api/accounts/recovery-codes',
    summary: 'Ten new recovery codes, shown once; earlier ones stop working',
    permission: 'signed-in',
    stepUp: true,
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['accounts.recovery.no-factor'],
  },
  startPasskey: {
    method: 'POST',
    path: '/api/accounts/passkeys/question',
    summary: 'What the browser makes a new passkey with',
    permission: 'signed-in',
    stepUp: true,
    reply: z.object({ question: passkeyQuestion }),
    refusals: ['accounts.passkey.no-domain'],
  },
  addPasskey: {
    method: 'POST',
    path: '/api/accounts/passkeys',
    summary: 'Keep a new passkey; answers the recovery codes, once, when none are left',
    permission: 'signed-in',
    stepUp: true,
    body: z.object({ name: line(60), created: passkeyCreated }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['accounts.passkey.wrong', 'accounts.challenge.over'],
  },
  removePasskey: {
    method: 'POST',
    path: '/api/accounts/passkeys/remove',
    summary: 'Take a passkey away',
    permission: 'signed-in',
    stepUp: true,
    body: z.object({ id: z.string().max(2000) }),
    reply: done,
    refusals: ['platform.not-found'],
  },
  endSession: {
    method: 'POST',
    path: '/api/accounts/sessions/:sessionId/end',
    summary: 'End one of one’s own sessions',
    permission: 'signed-in',
    stepUp: true,
    params: z.object({ sessionId: idOf<'session'>() }),
    reply: done,
    refusals: ['platform.not-found'],
  },
  endOtherSessions: {
    method: 'POST',
    path: '/api/accounts/sessions/end-others',
    summary: 'Sign out everywhere but here',
    permission: 'signed-in',
    stepUp: true,
    reply: z.object({ ended: z.number().int() }),
    refusals: [],
  },
  getPolicy: {
    method: 'GET',
    path: '/api/accounts/policy',
    summary: 'How strictly the committee guards its accounts',
    permission: 'accounts:manage',
    reply: policyShape,
    refusals: [],
  },
  setPolicy: {
    method: 'PUT',
    path: '/api/accounts/policy',
    summary: 'Ask for a second factor, and for two persons, or not',
    permission: 'accounts:manage',
    stepUp: true,
    body: policyShape,
    reply: policyShape,
    refusals: ['accounts.policy.own-factor-first'],
  },
})
