import type { z } from 'zod'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { waitView } from '../../contract/waiting-routes.ts'
import { lengthOf } from '../../domain/waiting/durations.ts'
import type { StoryId } from '../stories/story-row.ts'
import { stretchesOfStories } from './story-pasts.ts'

/** How long stories have waited at their present step; those that are approved wait for nobody and are left out. */
export async function waitsOfStories(read: Reader, tenantId: TenantId, ids: readonly StoryId[], now: Date): Promise<Map<StoryId, z.input<typeof waitView>>> {
  const stretches = await stretchesOfStories(read, tenantId, ids)
  return new Map(
    [...stretches].flatMap(([id, all]) => {
      const last = all.at(-1)
      return last === undefined || last.to !== null ? [] : [[id, { place: last.place, since: last.from.toISOString(), ms: lengthOf(last, now) }] as const]
    }),
  )
}
