import { z } from 'zod'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import { campaignStatuses } from '../domain/campaign.ts'
import { ballotMethods, conflictCauses, questionStatuses } from '../domain/ballot.ts'
import { attendeeRoles, meetingStatuses, paperHeadings, quorums } from '../domain/meeting.ts'
import { tieBreakCriteria } from '../domain/tie-break.ts'
import { bilingual, levelId, personRef, quotaView, reasonView, unitRef } from './views.ts'

const version = z.number().int()
const count = z.number().int().min(0).max(10_000)

const attendance = z.object({ convened: z.number().int(), present: z.number().int(), met: z.boolean() })

/** Totals of a ballot. */
export const figures = z.object({ issued: count, collected: count, invalid: count, counts: z.record(z.string().max(120), count) })

export const meetingSummary = z.object({
  id: idOf<'meeting'>(),
  status: z.enum(meetingStatuses),
  heldOn: dateShape,
  place: z.string(),
  bodyName: z.string(),
  attendance,
})

/** Somebody who could be called to a meeting; `suggested` is null for those whose posts suggest nothing. */
export const attendeeCandidate = z.object({ person: personRef, title: z.string(), unit: z.string(), suggested: z.enum(attendeeRoles).nullable() })

export const attendeeView = z.object({
  person: personRef,
  title: z.string(),
  role: z.enum(attendeeRoles),
  votes: z.boolean(),
  teller: z.boolean(),
  present: z.boolean(),
  absenceReason: z.string(),
  version,
})

export const questionView = z.object({
  id: idOf<'question'>(),
  version,
  subject: personRef.nullable(),
  title: z.string(),
  method: z.enum(ballotMethods),
  choices: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string() })),
  status: z.enum(questionStatuses),
  openedOn: dateShape,
  closingReason: z.string(),
  entitled: z.number().int(),
  /** How many have voted; of a ballot on paper, none until it is counted. */
  voted: z.number().int(),
  /** Who has not voted yet, or not counted; only for who runs the meeting. */
  waitingFor: z.array(personRef),
  /** Who left the room for this item, and why; only for who runs the meeting. */
  barred: z.array(z.object({ person: personRef, cause: z.enum(conflictCauses) })),
  /** Null until the ballot has ended. */
  result: figures.nullable(),
  /** Both tellers have counted and their figures are not the same. */
  differs: z.boolean(),
  mine: z.object({
    entitled: z.boolean(),
    barred: z.enum(conflictCauses).nullable(),
    voted: z.boolean(),
    teller: z.boolean(),
    /** What this teller entered, with its version; 0 before the first. */
    figures: figures.nullable(),
    figuresVersion: version,
  }),
  can: z.array(z.enum(['vote', 'count', 'close'])),
})

export const meetingRights = ['change', 'open', 'close', 'attend', 'ask', 'propose', 'conclude', 'minutes', 'recuse', 'recuse_self'] as const

export const meetingDetail = z.object({
  id: idOf<'meeting'>(),
  version,
  campaign: z.object({ id: idOf<'campaign'>(), name: z.string(), status: z.enum(campaignStatuses), periodLabel: bilingual, rulebook: z.object({ id: z.string(), version: z.string() }) }),
  status: z.enum(meetingStatuses),
  heldOn: dateShape,
  place: z.string(),
  heading: z.enum(paperHeadings),
  superiorBody: z.string(),
  bodyName: z.string(),
  quorum: z.enum(quorums),
  conclusion: z.string(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  attendance,
  attendees: z.array(attendeeView),
  /** Conflicts stated in the meeting: all for who runs it, else one’s own. */
  conflicts: z.array(z.object({ person: personRef, subject: personRef, reason: z.string() })),
  questions: z.array(questionView),
  seesBoard: z.boolean(),
  /** Whether this actor is called to the meeting. */
  attends: z.boolean(),
  can: z.array(z.enum(meetingRights)),
})

/** Why somebody cannot be settled yet. */
export const waitKinds = ['unit_level', 'insufficient_data', 'ballot', 'over_quota'] as const

export const boardRow = z.object({
  person: personRef,
  code: z.string(),
  unit: unitRef,
  title: z.string(),
  group: z.string(),
  peerGroup: z.string(),
  isHead: z.boolean(),
  resultVersion: version,
  exact: z.string().nullable(),
  total: z.string().nullable(),
  generalPoints: z.string().nullable(),
  taskPoints: z.string().nullable(),
  provisionalLevel: levelId,
  decidedLevel: levelId.nullable(),
  warnings: z.array(reasonView),
  /** How often the person responded to the superior’s points before the decision. */
  earlyResponses: z.number().int(),
  /** Totals of the latest months before this period, the latest last. */
  earlier: z.array(z.object({ month: dateShape, total: z.string() })),
  proposal: z.object({ level: levelId, reason: z.string(), by: personRef.nullable(), at: z.iso.datetime() }).nullable(),
  proposalVersion: version,
  waits: z.array(z.object({ kind: z.enum(waitKinds), on: z.string() })),
  can: z.array(z.enum(['propose', 'decide', 'read'])),
})

export const meetingBoard = z.object({
  rows: z.array(boardRow),
  /** The campaign's own base and rate. */
  base: z.string(),
  rate: z.string(),
  /** The quotas of the levels as proposed, under each base the rulebook knows. */
  simulation: z.array(z.object({ base: z.string(), quotas: z.array(quotaView.extend({ level: levelId })) })),
  /** Where more are proposed than a quota allows: an order by stated criteria, as a proposal. */
  tieBreaks: z.array(
    z.object({
      scope: z.string(),
      level: levelId,
      allowed: z.number().int(),
      order: z.array(z.object({ person: personRef, place: z.number().int(), by: z.enum(tieBreakCriteria).nullable() })),
    }),
  ),
  criteria: z.array(z.enum(tieBreakCriteria)),
})
