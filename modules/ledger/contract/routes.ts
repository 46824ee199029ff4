import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, pageQuery, pageShape } from '#platform/contract/shapes.ts'

const person = z.object({ id: idOf<'person'>(), fullName: z.string() })
/** Who acted: a person, an account without one (its name), or the program itself. */
const actor = z.object({ kind: z.enum(['person', 'account', 'program']), personId: idOf<'person'>().nullable(), name: z.string() })

/** An entry as the permitted officer reads it. */
export const entryView = z.object({
  id: z.uuid(),
  /** Place in the chain; null until sealed, which takes a second. */
  seq: z.number().int().nullable(),
  at: z.iso.datetime(),
  actor,
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** The first of those whose record it touched, and how many they are. */
  about: z.array(person),
  aboutCount: z.number().int(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string().nullable(),
})

/** The state of the chain: what an officer compares with paper, and whether anything waits unsealed. */
export const ledgerState = z.object({
  seq: z.number().int(),
  head: z.string(),
  sealedAt: z.iso.datetime().nullable(),
  unsealed: z.object({ entries: z.number().int(), oldest: z.iso.datetime().nullable() }),
  anchors: z.array(z.object({ day: dateShape, seq: z.number().int(), hash: z.string(), authorities: z.array(z.string()) })),
  largestExport: z.number().int(),
})

/** Somebody who looked at one's record. */
export const readingView = z.object({ id: z.uuid(), at: z.iso.datetime(), reader: actor, post: z.string(), action: z.string(), others: z.number().int() })

export const ledgerRoutes = defineRoutes({
  ledgerState: {
    method: 'GET',
    path: '/api/ledger/state',
    summary: 'Head of the chain, what is not sealed yet, and the daily anchors',
    permission: 'ledger:read',
    reply: ledgerState,
    refusals: [],
  },
  listEntries: {
    method: 'GET',
    path: '/api/ledger/entries',
    summary: 'Entries of the ledger, newest first, by person, subject, action and day; reading them is an entry too',
    permission: 'ledger:read',
    query: z.object({
      ...pageQuery,
      /** Who acted, or whose record was touched. */
      personId: idOf<'person'>().optional(),
      action: z.string().max(100).regex(/^[a-z.-]+$/).optional(),
      subjectKind: z.string().max(40).optional(),
      subjectId: z.string().max(100).optional(),
      from: dateShape.optional(),
      to: dateShape.optional(),
    }),
    reply: pageShape(entryView),
    refusals: ['platform.bad-page-key'],
  },
  exportLedger: {
    method: 'GET',
    path: '/api/ledger/export',
    summary: 'The sealed ledger from a place on as a zip, to be checked offline with thuocdo verify (docs/ledger.md)',
    permission: 'ledger:read',
    stepUp: true,
    twoPersons: { act: 'ledger.exported', by: ['accounts:manage', 'evaluation:decide', 'ledger:read'] },
    query: z.object({ from: z.coerce.number().int().min(1).default(1) }),
    reply: { file: ['application/zip'] },
    refusals: ['ledger.nothing-to-export'],
  },
  recordReadings: {
    method: 'GET',
    path: '/api/ledger/my-record',
    summary: 'Who looked at or exported one’s own record, newest first',
    permission: 'organisation:read',
    query: z.object(pageQuery),
    reply: pageShape(readingView),
    refusals: ['platform.bad-page-key'],
  },
})
