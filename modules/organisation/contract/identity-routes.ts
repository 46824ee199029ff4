import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, line } from '#platform/contract/shapes.ts'
import { identityDoubts } from '../domain/identity-number.ts'
import { codesOf, identityTerms } from '../domain/reference-lists.ts'
import { changedView, personLine } from './views.ts'

const params = z.object({ personId: idOf<'person'>(), identityKind: z.enum(codesOf(identityTerms)) })
const number = line(30)

/** Identity numbers (số định danh): sealed in the database, shown whole only where somebody asks, and that is in the ledger. */
export const identityRoutes = defineRoutes({
  readIdentity: {
    method: 'GET',
    path: '/api/organisation/people/:personId/identity/:identityKind',
    summary: 'A person’s identity number in full; the read is in the ledger',
    permission: 'signed-in',
    params,
    reply: z.object({ identityNumber: z.string() }),
    refusals: ['organisation.person.not-found', 'organisation.identity.not-found'],
  },
  saveIdentity: {
    method: 'PUT',
    path: '/api/organisation/people/:personId/identity/:identityKind',
    summary: 'Record or correct a person’s identity number',
    permission: 'organisation:manage',
    params,
    body: z.object({
      /** 0 when there is none yet. */
      version: z.number().int().min(0),
      number,
      /** What does not fit and was looked at: the number is stored all the same. */
      accepted: z.array(z.enum(identityDoubts)).max(identityDoubts.length),
    }),
    sealed: true,
    reply: changedView,
    refusals: [
      'organisation.person.not-found',
      'organisation.identity.changed',
      'organisation.identity.not-a-number',
      'organisation.identity.doubtful',
      'organisation.identity.taken',
    ],
  },
  removeIdentity: {
    method: 'POST',
    path: '/api/organisation/people/:personId/identity/:identityKind/removal',
    summary: 'Remove an identity number that is not to be held',
    permission: 'organisation:manage',
    params,
    body: z.object({ version: z.number().int().min(1), reason: line(500) }),
    reply: z.object({ id: z.uuid() }),
    refusals: ['organisation.person.not-found', 'organisation.identity.not-found', 'organisation.identity.changed'],
  },
  findByIdentity: {
    method: 'POST',
    path: '/api/organisation/people/by-identity',
    summary: 'Who has exactly this identity number; a question, sent by POST so that the number stands in no address',
    permission: 'organisation:manage',
    body: z.object({ number }),
    reply: z.object({ person: personLine.nullable() }),
    refusals: ['organisation.identity.not-a-number'],
  },
})
