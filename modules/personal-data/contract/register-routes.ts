import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { recordClasses } from '../domain/record-classes.ts'

/** A record class as the register shows it. */
export const registerLine = z.object({ recordClass: z.enum(recordClasses), tables: z.array(z.string()) })

export const registerRoutes = defineRoutes({
  register: {
    method: 'GET',
    path: '/api/personal-data/register',
    summary: 'The register of processing: every class of records with personal data',
    permission: 'personal-data:manage',
    reply: z.object({ items: z.array(registerLine) }),
    refusals: [],
  },
})
