import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import { rateOrigins, readKinds } from '../domain/speech/index.ts'
import { named } from './named.ts'

const personId = idOf<'person'>()

/** How fast a reader reads one kind of block, in syllables a minute, and from where that is known. */
const rateView = z.object({
  kind: z.enum(readKinds),
  rate: z.string(),
  origin: z.enum(rateOrigins),
  /** What was learnt, also where a rate set by hand goes before it; null while nothing was. */
  learnt: z.object({ rate: z.string(), blocks: z.number().int(), at: z.iso.datetime() }).nullable(),
})

export const readerRoutes = defineRoutes({
  listReaders: {
    method: 'GET',
    path: '/api/newsroom/readers',
    summary: 'Who reads, how fast each kind of block, and from what that is known; with those who could be added',
    permission: 'newsroom:desk',
    reply: z.object({
      readers: z.array(z.object({ person: named.extend({ id: personId }), unit: named, firstDay: dateShape, lastDay: dateShape.nullable(), rates: z.array(rateView) })),
      /** People with a post in the units one keeps the desk of, who do not read yet. */
      others: z.array(named.extend({ id: personId, unitId: idOf<'unit'>(), unit: z.string() })),
    }),
    refusals: [],
  },
  addReader: {
    method: 'POST',
    path: '/api/newsroom/readers',
    summary: 'Let somebody read for the unit of their post; whoever read before reads again',
    permission: 'newsroom:desk',
    body: z.strictObject({ unitId: idOf<'unit'>(), personId, firstDay: dateShape }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.reader.already'],
  },
  endReader: {
    method: 'POST',
    path: '/api/newsroom/readers/:personId/end',
    summary: 'The last day somebody reads',
    permission: 'newsroom:desk',
    params: z.object({ personId }),
    body: z.strictObject({ lastDay: dateShape }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.desk.ends-before'],
  },
  setReaderRate: {
    method: 'PUT',
    path: '/api/newsroom/readers/:personId/rates/:readKind',
    summary: 'Set a rate by hand, in syllables a minute; null lets what was learnt count again',
    permission: 'newsroom:desk',
    params: z.object({ personId, readKind: z.enum(readKinds) }),
    body: z.strictObject({ rate: z.number().int().min(60).max(600).nullable() }),
    reply: z.object({}),
    refusals: ['platform.not-found'],
  },
})
