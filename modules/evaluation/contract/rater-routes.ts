import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose } from '#platform/contract/shapes.ts'
import { campaignStatuses, periodKinds } from '../domain/campaign.ts'
import { kinshipRelations } from '../domain/kinship.ts'
import { raterStatuses } from '../domain/rater.ts'
import { bilingual, personRef, unitRef } from './views.ts'

const campaignId = z.object({ campaignId: idOf<'campaign'>() })
const kind = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,63}$/u)
const ofKind = campaignId.extend({ kind })
const version = z.number().int()
const points = z.record(z.string().max(20), z.string().max(12))

/** One person who rates a subject. `status` is null where it would say more than a count: unnamed raters of an opened campaign. */
export const raterView = z.object({
  kind,
  rater: personRef,
  status: z.enum(raterStatuses).nullable(),
  reason: z.string(),
  adjusted: z.boolean(),
  version,
})

/** How far one kind of rater has come. */
export const raterKindProgress = z.object({
  id: kind,
  name: bilingual,
  anonymous: z.boolean(),
  several: z.boolean(),
  atLeast: z.number().int(),
  waiting: z.number().int(),
  submitted: z.number().int(),
  excused: z.number().int(),
  /** Subjects with fewer raters than the rulebook's least, or none where one is needed. */
  short: z.number().int(),
  /** Without them nothing can be computed: such a subject keeps the campaign from opening. */
  needed: z.boolean(),
})

/** A subject of one kind of rater as the rater sees it. */
export const ratedSubject = z.object({
  person: personRef,
  unit: unitRef,
  title: z.string(),
  group: z.string(),
  status: z.enum(raterStatuses),
  /** Of the named sheet; 0 when never saved, and always for unnamed ones, of which nothing can be read back. */
  version,
  points,
  comment: z.string(),
})

/** A named rater who has still to send, with how far; never a point. */
export const waitingRater = z.object({
  kind,
  rater: personRef,
  waiting: z.number().int(),
  submitted: z.number().int(),
  lastReminderAt: z.iso.datetime().nullable(),
})

export const raterRoutes = defineRoutes({
  raterProgress: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/rater-progress',
    summary: 'How far each kind of rater has come; of unnamed raters counts only',
    permission: 'evaluation:manage',
    params: campaignId,
    reply: z.object({ kinds: z.array(raterKindProgress) }),
    refusals: ['platform.not-found'],
  },
  listRaters: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/raters',
    summary: 'Who rates whom, by subject, for the personnel body; adjustable before opening',
    permission: 'evaluation:manage',
    params: campaignId,
    query: z.object({ ...pageQuery, search: z.string().max(100).optional(), only: z.enum(['all', 'short']).default('all') }),
    reply: pageShape(z.object({ person: personRef, unit: unitRef, title: z.string(), group: z.string(), raters: z.array(raterView), short: z.array(kind) })),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  listWaitingRaters: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/waiting-raters',
    summary: 'Named raters who have still to send, with how many sheets; of unnamed raters there are counts only',
    permission: 'evaluation:manage',
    params: campaignId,
    query: z.object(pageQuery),
    reply: pageShape(waitingRater),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  remindRaters: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/rater-reminders',
    summary: 'Remind raters who have still to send, shown under what waits for them: all of them, of one kind, or one named rater',
    permission: 'evaluation:manage',
    params: campaignId,
    body: z.object({
      kind: kind.nullable(),
      /** Of a named kind only: an answer about one unnamed rater would tell whether that one has sent. */
      raterId: idOf<'person'>().nullable(),
      text: prose(300),
    }),
    reply: z.object({ reminded: z.number().int() }),
    refusals: ['evaluation.campaign.wrong-status', 'evaluation.rater.unknown-kind', 'platform.not-found'],
  },
  addRater: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/participants/:personId/raters',
    summary: 'Add a rater by hand, with the reason (draft only); nobody rates themselves or a declared relative',
    permission: 'evaluation:manage',
    params: campaignId.extend({ personId: idOf<'person'>() }),
    body: z.object({ kind, raterId: idOf<'person'>(), reason: line(500) }),
    reply: z.object({ version }),
    refusals: ['evaluation.rater.already', 'evaluation.rater.relative', 'evaluation.rater.self', 'evaluation.rater.unknown-kind', 'evaluation.rater.one-only', 'evaluation.campaign.wrong-status', 'platform.not-found'],
  },
  settleRater: {
    method: 'PUT',
    path: '/api/evaluation/campaigns/:campaignId/participants/:personId/raters/:kind/:raterId',
    summary: 'Leave a rater out with a reason, or take one back in (draft); while scoring, excuse one who cannot rate',
    permission: 'evaluation:manage',
    params: ofKind.extend({ personId: idOf<'person'>(), raterId: idOf<'person'>() }),
    body: z.object({ version, status: z.enum(['waiting', 'excused']), reason: prose(500) }),
    reply: z.object({ version }),
    refusals: ['evaluation.rater.changed', 'evaluation.rater.relative', 'evaluation.rater.submitted', 'evaluation.rater.reason-needed', 'evaluation.rater.one-only', 'evaluation.campaign.wrong-status', 'platform.not-found'],
  },
  getRatings: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind',
    summary: 'Everybody the actor rates as one kind of rater, side by side, with the actor’s own named points',
    permission: 'evaluation:self',
    params: ofKind,
    reply: z.object({
      campaign: z.object({
        id: idOf<'campaign'>(),
        name: z.string(),
        status: z.enum(campaignStatuses),
        rulebook: z.object({ id: z.string(), version: z.string() }),
        settings: z.record(z.string(), z.unknown()),
        period: z.object({ kind: z.enum(periodKinds), label: bilingual }),
        due: dateShape,
      }),
      kind: z.object({ id: kind, name: bilingual, anonymous: z.boolean(), atLeast: z.number().int() }),
      subjects: z.array(ratedSubject),
      canRate: z.boolean(),
    }),
    refusals: ['platform.not-found'],
  },
  saveRating: {
    method: 'PUT',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind/:personId',
    summary: 'Save one’s named points on one subject; a changed version is refused with what is there now',
    permission: 'evaluation:self',
    params: ofKind.extend({ personId: idOf<'person'>() }),
    body: z.object({ version, points, comment: prose(2000) }),
    reply: z.object({ version, savedAt: z.iso.datetime() }),
    refusals: ['evaluation.rating.changed', 'evaluation.rating.closed', 'evaluation.rater.relative', 'evaluation.sheet.bad-points', 'platform.not-found'],
  },
  submitRatings: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/ratings/:kind/submission',
    summary: 'Send on one’s named points on these subjects, all at once; nothing may be blank',
    permission: 'evaluation:self',
    params: ofKind,
    body: z.object({ sheets: z.array(z.object({ personId: idOf<'person'>(), version })).min(1).max(500) }),
    reply: z.object({ submitted: z.number().int() }),
    refusals: ['evaluation.rating.changed', 'evaluation.rating.closed', 'evaluation.rating.incomplete', 'evaluation.rater.relative', 'platform.not-found'],
  },
  submitUnnamedRatings: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/unnamed-ratings/:kind/submission',
    summary: 'Add one’s points on everybody one rates to the tallies, in one act that cannot be taken back; who gave what is not kept',
    permission: 'evaluation:self',
    params: ofKind,
    body: z.object({
      sheets: z.array(z.object({ personId: idOf<'person'>(), points })).max(500),
      /** Subjects the rater has no grounds to rate. */
      declined: z.array(z.object({ personId: idOf<'person'>(), reason: line(500) })).max(500),
    }),
    reply: z.object({ submitted: z.number().int() }),
    refusals: ['evaluation.rating.closed', 'evaluation.rating.incomplete', 'evaluation.rating.sent', 'evaluation.rater.relative', 'evaluation.sheet.bad-points', 'platform.not-found'],
    sealed: true,
  },
  listKinships: {
    method: 'GET',
    path: '/api/evaluation/people/:personId/kinships',
    summary: 'Declared relatives of somebody, in both directions, for the personnel body',
    permission: 'evaluation:manage',
    params: z.object({ personId: idOf<'person'>() }),
    reply: z.object({ kinships: z.array(z.object({ id: idOf<'kinship'>(), relative: personRef, relation: z.enum(kinshipRelations), note: z.string(), declaredOn: dateShape })) }),
    refusals: ['platform.not-found'],
  },
  declareKinship: {
    method: 'POST',
    path: '/api/evaluation/people/:personId/kinships',
    summary: 'Declare two people relatives: neither rates or decides on the other from now on',
    permission: 'evaluation:manage',
    params: z.object({ personId: idOf<'person'>() }),
    body: z.object({ relativeId: idOf<'person'>(), relation: z.enum(kinshipRelations), note: prose(500) }),
    reply: z.object({ kinshipId: idOf<'kinship'>() }),
    refusals: ['evaluation.kinship.already', 'evaluation.kinship.self', 'platform.not-found'],
  },
  removeKinship: {
    method: 'DELETE',
    path: '/api/evaluation/people/:personId/kinships/:kinshipId',
    summary: 'Take back a declaration made in error',
    permission: 'evaluation:manage',
    params: z.object({ personId: idOf<'person'>(), kinshipId: idOf<'kinship'>() }),
    reply: z.object({ removed: z.boolean() }),
    refusals: ['platform.not-found'],
  },
})
