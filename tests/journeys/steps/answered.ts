import type { z } from 'zod'
import type { ReceivedOf, Route } from '#platform/contract/route.ts'

/** What a route with a JSON reply answers. */
export type Answered<R extends Route> = R['reply'] extends z.ZodType ? ReceivedOf<R> : never
