import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, prose } from '#platform/contract/shapes.ts'
import { editionActs, editionStatuses } from '../domain/edition.ts'
import { bilingual, levelId, personRef } from './views.ts'

const editionId = z.object({ editionId: idOf<'edition'>() })
const version = z.number().int()
const rulebookRef = z.object({ id: z.string(), version: z.string() })

/** A fault in the text of a rulebook: where, what, what was expected. */
export const sourceProblem = z.object({ path: z.string(), message: z.string(), expected: z.string(), line: z.number().int() })

/** One version of a body's own rulebook as lists show it. */
export const editionRow = z.object({
  id: idOf<'edition'>(),
  rulebookId: z.string(),
  number: z.number().int(),
  name: bilingual,
  status: z.enum(editionStatuses),
  /** What it was begun from. */
  basis: rulebookRef,
  documentNumber: z.string(),
  documentDate: dateShape.nullable(),
  signer: z.string(),
  validFrom: dateShape.nullable(),
  validTo: dateShape.nullable(),
  changedAt: z.string(),
  changedBy: personRef.nullable(),
  version,
  can: z.array(z.enum(editionActs)),
})

/** What an example of a rulebook gave where it does not hold. */
export const exampleFailure = z.object({
  /** Below `expect`: `["total"]`, `["terms", "a"]`. */
  key: z.array(z.string()),
  message: z.string(),
  expected: z.string(),
  /** What came out, for writing it down as expected; null when that cannot be written so. Nothing expected at all: `expected` is empty. */
  actual: z.union([z.string(), z.array(z.string())]).nullable(),
})

/** Whether a text is a sound rulebook and its examples hold. */
export const checkView = z.object({
  /** The version that was checked. */
  version,
  passes: z.boolean(),
  problems: z.array(sourceProblem),
  examples: z.number().int(),
  failed: z.array(z.object({ index: z.number().int(), name: z.string(), line: z.number().int(), failures: z.array(exampleFailure) })),
})

const scoreView = z.object({ total: z.string().nullable(), exact: z.string().nullable(), level: levelId })

/** A closed or published period scored again under a draft. Nothing of it is stored. */
export const simulationView = z.object({
  problems: z.array(sourceProblem),
  people: z.number().int(),
  levels: z.array(z.object({ id: levelId, name: bilingual, before: z.number().int(), after: z.number().int() })),
  levelChanges: z.number().int(),
  scoreChanges: z.number().int(),
  /** Those whose level changes first, then those whose score does; at most 500. */
  rows: z.array(
    z.object({
      person: personRef,
      unit: z.string(),
      before: scoreView,
      after: scoreView,
      decidedLevel: levelId.nullable(),
      why: z.array(bilingual),
    }),
  ),
  /** Those whom the draft cannot score; at most 500. */
  refused: z.array(z.object({ person: personRef, unit: z.string(), problems: z.array(z.object({ path: z.string(), message: z.string(), expected: z.string() })) })),
  refusedCount: z.number().int(),
  /** Inputs the draft no longer knows, left out of the scoring, by path. */
  dropped: z.array(z.string()),
})

export const editionRoutes = defineRoutes({
  listEditions: {
    method: 'GET',
    path: '/api/evaluation/rulebook-editions',
    summary: 'Versions of the rulebooks the body writes itself: drafts, issued and retired',
    permission: 'signed-in',
    reply: z.object({ editions: z.array(editionRow), canCreate: z.boolean() }),
    refusals: ['platform.not-found'],
  },
  createEdition: {
    method: 'POST',
    path: '/api/evaluation/rulebook-editions',
    summary: 'Begin a draft from a shipped rulebook, or the next version of an issued one',
    permission: 'evaluation:rulebooks',
    body: z.object({
      from: z.discriminatedUnion('kind', [z.object({ kind: z.literal('shipped'), rulebookId: z.string().max(60) }), z.object({ kind: z.literal('edition'), editionId: idOf<'edition'>() })]),
      /** Title of a new rulebook; the next version keeps its own. */
      name: prose(300),
    }),
    reply: z.object({ editionId: idOf<'edition'>() }),
    refusals: ['evaluation.rulebook.draft-exists', 'evaluation.rulebook.name-needed', 'platform.not-found'],
  },
  getEdition: {
    method: 'GET',
    path: '/api/evaluation/rulebook-editions/:editionId',
    summary: 'One version with its text',
    permission: 'signed-in',
    params: editionId,
    reply: z.object({ edition: editionRow, source: z.string() }),
    refusals: ['platform.not-found'],
  },
  saveEdition: {
    method: 'PUT',
    path: '/api/evaluation/rulebook-editions/:editionId',
    summary: 'Save the text of a draft, sound or not; of two officers at once the second is told',
    permission: 'evaluation:rulebooks',
    params: editionId,
    body: z.object({ version, source: z.string().max(600_000) }),
    reply: z.object({ version }),
    refusals: ['evaluation.rulebook.changed', 'evaluation.rulebook.wrong-status', 'platform.not-found'],
  },
  discardEdition: {
    method: 'DELETE',
    path: '/api/evaluation/rulebook-editions/:editionId',
    summary: 'Throw a draft away',
    permission: 'evaluation:rulebooks',
    params: editionId,
    reply: z.object({}),
    refusals: ['evaluation.rulebook.wrong-status', 'platform.not-found'],
  },
  checkEdition: {
    method: 'GET',
    path: '/api/evaluation/rulebook-editions/:editionId/check',
    summary: 'Faults of the text with their lines, and which examples hold',
    permission: 'signed-in',
    params: editionId,
    query: z.object({ version: z.coerce.number().int().optional() }),
    reply: checkView,
    refusals: ['platform.not-found'],
  },
  compareEdition: {
    method: 'GET',
    path: '/api/evaluation/rulebook-editions/:editionId/changes',
    summary: 'What changed against another rulebook, in words; against the version in force unless said',
    permission: 'signed-in',
    params: editionId,
    query: z.object({ against: z.string().max(120).optional(), version: z.coerce.number().int().optional() }),
    reply: z.object({
      against: z.string(),
      choices: z.array(z.object({ value: z.string(), id: z.string(), version: z.string(), name: bilingual, documentNumber: z.string(), inForce: z.boolean() })),
      problems: z.array(sourceProblem),
      changes: z.array(z.object({ part: z.string(), vi: z.string(), en: z.string() })),
    }),
    refusals: ['platform.not-found'],
  },
  simulateEdition: {
    method: 'GET',
    path: '/api/evaluation/rulebook-editions/:editionId/simulation',
    summary: 'Score a published or closed period again under this version: who would change level and why. Kept in the ledger, stored nowhere else',
    permission: 'evaluation:rulebooks',
    params: editionId,
    query: z.object({ campaignId: idOf<'campaign'>() }),
    reply: simulationView,
    refusals: ['evaluation.rulebook.not-published', 'platform.not-found'],
  },
  issueEdition: {
    method: 'POST',
    path: '/api/evaluation/rulebook-editions/:editionId/issue',
    summary: 'Issue a draft under its document; from then on its text never changes',
    permission: 'evaluation:issue',
    params: editionId,
    body: z.object({ version, documentNumber: line(100), documentDate: dateShape, signer: line(200), validFrom: dateShape, validTo: dateShape.nullable() }),
    reply: z.object({ version, hash: z.string() }),
    refusals: ['evaluation.rulebook.changed', 'evaluation.rulebook.dates', 'evaluation.rulebook.faulty', 'evaluation.rulebook.wrong-status', 'platform.not-found'],
  },
  retireEdition: {
    method: 'POST',
    path: '/api/evaluation/rulebook-editions/:editionId/retire',
    summary: 'Retire an issued version: no new campaign takes it, running ones keep it',
    permission: 'evaluation:issue',
    params: editionId,
    body: z.object({ version, reason: line(500) }),
    reply: z.object({ version }),
    refusals: ['evaluation.rulebook.changed', 'evaluation.rulebook.wrong-status', 'platform.not-found'],
  },
})
