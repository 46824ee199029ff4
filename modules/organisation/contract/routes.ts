import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose } from '#platform/contract/shapes.ts'
import { absenceTerms, codesOf, holdingStatusTerms, postRoleTerms, sexTerms } from '../domain/reference-lists.ts'
import { unitChangeShape } from './unit-change-shape.ts'
import { changedView, personLine, personView, searchView, treeView, unitView } from './views.ts'

const asOf = { date: dateShape.optional() }
const code = line(35)

/** Fields of a post (vị trí, chức danh). */
export const postFields = {
  title: line(200),
  role: z.enum(codesOf(postRoleTerms)),
  isLeader: z.boolean(),
  publicContact: z.boolean(),
  peerGroup: z.union([z.literal(''), line(100)]),
  places: z.number().int().min(1).max(500),
  from: dateShape,
  to: dateShape.nullable(),
}

/** Fields of a person. */
export const personFields = {
  fullName: line(100),
  sex: z.enum(codesOf(sexTerms)).nullable(),
  birthDate: dateShape.nullable(),
}

/** Fields of a holding (giữ chức vụ). */
export const holdingFields = {
  status: z.enum(codesOf(holdingStatusTerms)),
  isPrimary: z.boolean(),
  from: dateShape,
  to: dateShape.nullable(),
  decisionNumber: prose(100),
  decisionDate: dateShape.nullable(),
}

/** Fields of an absence (thời gian nghỉ); its last day is always known. */
export const absenceFields = {
  kind: z.enum(codesOf(absenceTerms)),
  from: dateShape,
  to: dateShape,
  decisionNumber: prose(100),
}

const version = z.number().int().min(1)
const unitParams = z.object({ unitId: idOf<'unit'>() })
const postParams = z.object({ postId: idOf<'post'>() })
const personParams = z.object({ personId: idOf<'person'>() })
const holdingParams = z.object({ holdingId: idOf<'holding'>() })

const absenceParams = z.object({ absenceId: idOf<'absence'>() })
/** What was entered by mistake goes, with the reason in the ledger. */
const removal = z.object({ version, reason: line(500) })

const holdingRefusals = [
  'organisation.holding.overlap',
  'organisation.holding.two-primary',
  'organisation.holding.no-place',
  'organisation.holding.outside-post-life',
  'organisation.dates.end-before-start',
] as const

export const organisationRoutes = defineRoutes({
  getUnitTree: {
    method: 'GET',
    path: '/api/organisation/units',
    summary: 'The tree of units as of a date (default today)',
    permission: 'organisation:read',
    query: z.object(asOf),
    reply: treeView,
    refusals: [],
  },
  getUnit: {
    method: 'GET',
    path: '/api/organisation/units/:unitId',
    summary: 'A unit with its posts, holders, sub-units and history as of a date',
    permission: 'organisation:read',
    params: unitParams,
    query: z.object(asOf),
    reply: unitView,
    refusals: ['organisation.unit.not-found'],
  },
  changeUnits: {
    method: 'POST',
    path: '/api/organisation/unit-changes',
    summary: 'Found, rename, retype, move, merge, absorb, split, divide or dissolve units by a document',
    permission: 'organisation:manage',
    body: unitChangeShape,
    reply: z.object({ changeId: z.uuid(), unitId: idOf<'unit'>(), created: z.array(idOf<'unit'>()), endedPosts: z.number().int(), endedHoldings: z.number().int() }),
    refusals: [
      'organisation.unit.not-found',
      'organisation.unit.code-taken',
      'organisation.unit.changed',
      'organisation.unit.not-alive',
      'organisation.unit.cycle',
      'organisation.unit.parent-not-alive',
      'organisation.unit.has-children',
      'organisation.unit.same-twice',
      'organisation.unit.nothing-changes',
      'organisation.post.held-longer',
    ],
  },
  correctUnit: {
    method: 'PUT',
    path: '/api/organisation/units/:unitId',
    summary: 'Correct a slip in the code or in the names of the stretch that a date falls in; no history is made',
    permission: 'organisation:manage',
    params: unitParams,
    body: z.object({ version, date: dateShape, code, name: line(200), shortName: line(100) }),
    reply: changedView,
    refusals: ['organisation.unit.not-found', 'organisation.unit.code-taken', 'organisation.unit.changed', 'organisation.unit.not-alive'],
  },
  createPost: {
    method: 'POST',
    path: '/api/organisation/units/:unitId/posts',
    summary: 'Create a post in a unit',
    permission: 'organisation:manage',
    params: unitParams,
    body: z.object({ code, ...postFields }),
    reply: changedView,
    refusals: ['organisation.unit.not-found', 'organisation.post.code-taken', 'organisation.post.outside-unit-life', 'organisation.dates.end-before-start'],
  },
  changePost: {
    method: 'PUT',
    path: '/api/organisation/posts/:postId',
    summary: 'Change or end a post',
    permission: 'organisation:manage',
    params: postParams,
    body: z.object({ version, code, ...postFields }),
    reply: changedView,
    refusals: [
      'organisation.post.not-found',
      'organisation.post.code-taken',
      'organisation.post.changed',
      'organisation.post.outside-unit-life',
      'organisation.post.held-longer',
      'organisation.post.fewer-places-than-holders',
      'organisation.dates.end-before-start',
    ],
  },
  listPeople: {
    method: 'GET',
    path: '/api/organisation/people',
    summary: 'People by given name in Vietnamese order, as of a date',
    permission: 'organisation:read',
    query: z.object({
      ...pageQuery,
      ...asOf,
      /** This unit and everything below it on the date. */
      unit: idOf<'unit'>().optional(),
      role: z.enum(codesOf(postRoleTerms)).optional(),
      /** `none`: holds no post on the date. */
      status: z.enum([...codesOf(holdingStatusTerms), 'none']).optional(),
      text: z.string().max(100).optional(),
    }),
    reply: pageShape(personLine).extend({ date: dateShape, can: z.object({ create: z.boolean() }) }),
    refusals: [],
  },
  search: {
    method: 'GET',
    path: '/api/organisation/search',
    summary: 'People and units whose name or code holds the text; exact accents first',
    permission: 'organisation:read',
    query: z.object({ text: z.string().max(100) }),
    reply: searchView,
    refusals: [],
  },
  getPerson: {
    method: 'GET',
    path: '/api/organisation/people/:personId',
    summary: 'A person with posts over time; personal detail for those entitled, and that read is in the ledger',
    permission: 'signed-in',
    params: personParams,
    query: z.object(asOf),
    reply: personView,
    refusals: ['organisation.person.not-found'],
  },
  createPerson: {
    method: 'POST',
    path: '/api/organisation/people',
    summary: 'Add a person',
    permission: 'organisation:manage',
    body: z.object({ code, ...personFields }),
    reply: changedView,
    refusals: ['organisation.person.code-taken', 'organisation.person.born-in-future'],
  },
  changePerson: {
    method: 'PUT',
    path: '/api/organisation/people/:personId',
    summary: 'Change a person’s particulars',
    permission: 'organisation:manage',
    params: personParams,
    body: z.object({ version, code, ...personFields }),
    reply: changedView,
    refusals: ['organisation.person.not-found', 'organisation.person.changed', 'organisation.person.code-taken', 'organisation.person.born-in-future'],
  },
  appoint: {
    method: 'POST',
    path: '/api/organisation/holdings',
    summary: 'A person takes up a post',
    permission: 'organisation:manage',
    body: z.object({ personId: idOf<'person'>(), postId: idOf<'post'>(), ...holdingFields }),
    reply: changedView,
    refusals: ['organisation.person.not-found', 'organisation.post.not-found', ...holdingRefusals],
  },
  changeHolding: {
    method: 'PUT',
    path: '/api/organisation/holdings/:holdingId',
    summary: 'Correct or end the holding of a post',
    permission: 'organisation:manage',
    params: holdingParams,
    body: z.object({ version, ...holdingFields }),
    reply: changedView,
    refusals: ['organisation.holding.not-found', 'organisation.holding.changed', ...holdingRefusals],
  },
  removeHolding: {
    method: 'POST',
    path: '/api/organisation/holdings/:holdingId/removal',
    summary: 'Remove a holding entered by mistake that nothing has used yet',
    permission: 'organisation:manage',
    params: holdingParams,
    body: removal,
    reply: z.object({ id: z.uuid() }),
    refusals: ['organisation.holding.not-found', 'organisation.holding.changed', 'organisation.holding.in-use'],
  },
  addAbsence: {
    method: 'POST',
    path: '/api/organisation/people/:personId/absences',
    summary: 'Record an absence that counts in evaluation',
    permission: 'organisation:manage',
    params: personParams,
    body: z.object(absenceFields),
    reply: changedView,
    refusals: ['organisation.person.not-found', 'organisation.absence.overlap', 'organisation.dates.end-before-start'],
  },
  changeAbsence: {
    method: 'PUT',
    path: '/api/organisation/absences/:absenceId',
    summary: 'Correct an absence, or end it earlier or later',
    permission: 'organisation:manage',
    params: absenceParams,
    body: z.object({ version, ...absenceFields }),
    reply: changedView,
    refusals: ['organisation.absence.not-found', 'organisation.absence.changed', 'organisation.absence.overlap', 'organisation.dates.end-before-start'],
  },
  removeAbsence: {
    method: 'POST',
    path: '/api/organisation/absences/:absenceId/removal',
    summary: 'Remove an absence entered by mistake',
    permission: 'organisation:manage',
    params: absenceParams,
    body: removal,
    reply: z.object({ id: z.uuid() }),
    refusals: ['organisation.absence.not-found', 'organisation.absence.changed'],
  },
})
