import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf } from '#platform/contract/shapes.ts'

/** How many stories wait; `only` where there is one, to go there at once. */
const storiesWaiting = z.object({ count: z.number().int(), only: idOf<'story'>().nullable() })

export const ownWorkRoutes = defineRoutes({
  getOwnWork: {
    method: 'GET',
    path: '/api/newsroom/work',
    summary: 'How much waits in the newsroom for the one who asks; nothing for whoever is not of it and signs for nobody',
    permission: 'signed-in',
    reply: z.object({
      /** Whether the newsroom is open to them: by a role, or as they sign for somebody. */
      opens: z.boolean(),
      returned: storiesWaiting,
      toSign: storiesWaiting,
      /** Assignments to hand in within the week or late, by the day they are due; `onDate` is the day of the first in the plan. */
      assignments: z.array(z.object({ due: dateShape, onDate: dateShape, count: z.number().int() })),
    }),
    refusals: [],
  },
})
