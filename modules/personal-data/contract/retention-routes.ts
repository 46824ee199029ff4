import { z } from 'zod'
import { holdReasons } from '#kernel/hold-reason.ts'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, words } from '#platform/contract/shapes.ts'
import { proposalStatuses } from '../domain/proposal.ts'
import { recordClasses } from '../domain/record-classes.ts'

const params = z.object({ proposalId: idOf<'disposal-proposal'>() })

/** A proposal to delete, without a word of what the records say. */
export const proposalView = z.object({
  id: idOf<'disposal-proposal'>(),
  recordClass: z.enum(recordClasses),
  /** The period it was made under, in months. */
  months: z.number().int(),
  /** What ended before this day is past it. */
  endedBefore: dateShape,
  things: z.number().int(),
  held: z.number().int(),
  oldest: dateShape.nullable(),
  status: z.enum(proposalStatuses),
  proposedAt: z.iso.datetime(),
  reason: z.string(),
  postponedUntil: dateShape.nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.iso.datetime().nullable(),
  /** Rows deleted, by table. */
  deleted: z.record(z.string(), z.number().int()).nullable(),
})

/** One thing that would go, or stays for now. */
export const dueThing = z.object({ id: z.uuid(), label: z.string(), person: z.string().nullable(), endedOn: dateShape, hold: z.enum(holdReasons).nullable() })

export const retentionRoutes = defineRoutes({
  listProposals: {
    method: 'GET',
    path: '/api/personal-data/proposals',
    summary: 'Proposals to delete what is past its period, newest first',
    permission: 'personal-data:manage',
    reply: z.object({ items: z.array(proposalView) }),
    refusals: [],
  },
  reviewPeriods: {
    method: 'POST',
    path: '/api/personal-data/proposals/review',
    summary: 'Look now for what is past its period, as the program does every day',
    permission: 'personal-data:manage',
    reply: z.object({ proposed: z.number().int() }),
    refusals: [],
  },
  dueThings: {
    method: 'GET',
    path: '/api/personal-data/proposals/:proposalId/things',
    summary: 'What a proposal would delete, and what stands against it; reading it is an entry of the ledger',
    permission: 'personal-data:manage',
    params,
    reply: z.object({ items: z.array(dueThing), total: z.number().int() }),
    refusals: ['platform.not-found'],
  },
  confirmProposal: {
    method: 'POST',
    path: '/api/personal-data/proposals/:proposalId/confirm',
    summary: 'Delete for good what is past its period and free to go; done by two persons',
    permission: 'personal-data:manage',
    stepUp: true,
    twoPersons: { act: 'personal-data.records.deleted', by: ['personal-data:manage', 'evaluation:decide', 'accounts:manage'] },
    params,
    /** What was shown: another number is another act. */
    body: z.object({ things: z.number().int().min(1), endedBefore: dateShape }),
    reply: z.object({ deleted: z.record(z.string(), z.number().int()) }),
    refusals: ['platform.not-found', 'personal-data.proposal.settled', 'personal-data.proposal.changed', 'personal-data.proposal.outdated'],
  },
  postponeProposal: {
    method: 'POST',
    path: '/api/personal-data/proposals/:proposalId/postpone',
    summary: 'Keep what is past its period until a day, with the reason',
    permission: 'personal-data:manage',
    params,
    body: z.object({ until: dateShape, reason: words(1000) }),
    reply: z.object({ postponedUntil: dateShape }),
    refusals: ['platform.not-found', 'personal-data.proposal.settled', 'personal-data.proposal.until-too-early'],
  },
})

export type Proposal = z.output<typeof proposalView>
