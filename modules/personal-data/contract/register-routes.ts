import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, line, prose } from '#platform/contract/shapes.ts'
import { recordClasses } from '../domain/record-classes.ts'
import { classShape, sourceShape } from './register-shape.ts'

const document = { groundIssuer: line(200), groundNumber: line(60), groundDate: dateShape }

/** A period the committee set, with the document that sets it. */
const setPeriod = z.object({ months: z.number().int().nullable(), from: dateShape, ...document, note: z.string(), setBy: z.string(), setAt: z.iso.datetime() })

/** A record class as the register shows it. */
export const registerLine = z.object({
  recordClass: z.enum(recordClasses),
  tables: z.array(z.string()),
  shipped: classShape,
  /** The period in force today; null where nobody has set one. `months` null: kept for ever. */
  inForce: z.object({ months: z.number().int().nullable(), source: z.enum(['committee', 'shipped', 'minimum']) }).nullable(),
  /** The shortest the committee may set from today on. */
  shortest: z.number().int(),
  /** What the committee set, newest first. */
  set: z.array(setPeriod),
})

export const registerRoutes = defineRoutes({
  register: {
    method: 'GET',
    path: '/api/personal-data/register',
    summary: 'The register of processing: every class of records with personal data, its purpose, basis and retention period',
    permission: 'personal-data:manage',
    reply: z.object({ asOf: dateShape, sources: z.record(z.string(), sourceShape), items: z.array(registerLine) }),
    refusals: [],
  },
  printRegister: {
    method: 'GET',
    path: '/api/personal-data/register.pdf',
    summary: 'The record of processing as a paper under the State’s or the Party’s heading, for the dossier of the system’s level',
    permission: 'personal-data:manage',
    query: z.object({ heading: z.enum(['state', 'party']).default('state') }),
    reply: { file: ['application/pdf'] },
    refusals: [],
  },
  setPeriod: {
    method: 'POST',
    path: '/api/personal-data/periods',
    summary: 'Set the retention period of a record class from a day on, with the document that sets it',
    permission: 'personal-data:manage',
    stepUp: true,
    body: z.object({
      recordClass: z.enum(recordClasses),
      /** Null: kept for ever. */
      months: z.number().int().min(1).max(1200).nullable(),
      from: dateShape,
      ...document,
      note: prose(1000).default(''),
    }),
    reply: z.object({ id: z.uuid() }),
    refusals: ['personal-data.period.not-set-here', 'personal-data.period.below-minimum'],
  },
})
