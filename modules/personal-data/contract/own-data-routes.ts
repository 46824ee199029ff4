import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { ownClasses } from '../domain/own-data/classes.ts'

/** Records of one class as the list shows them: the newest, and how many there are. */
export const ownClassView = z.object({
  recordClass: z.enum(ownClasses),
  name: z.object({ vi: z.string(), en: z.string() }),
  count: z.number().int(),
  records: z.array(z.object({ id: z.string(), title: z.string(), settled: z.boolean(), fields: z.array(z.tuple([z.string(), z.string()])) })),
})

export const ownDataRoutes = defineRoutes({
  ownData: {
    method: 'GET',
    path: '/api/personal-data/own',
    summary: 'What the program holds of the person who asks, by class of records',
    permission: 'signed-in',
    reply: z.object({ classes: z.array(ownClassView) }),
    refusals: [],
  },
  ownCopy: {
    method: 'GET',
    path: '/api/personal-data/own/copy',
    summary: 'A copy of one’s own data as a zip: a workbook to read, JSON for machines, the files of evidence',
    permission: 'signed-in',
    stepUp: true,
    reply: { file: ['application/zip'] },
    refusals: [],
  },
})
