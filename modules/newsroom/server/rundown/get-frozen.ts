import { personNames } from '#modules/organisation/server/index.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { namedBy } from '../people-by-name.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import type { FrozenApproval } from './freeze.ts'
import { readRundown, type RundownId } from './rundown-row.ts'

/** What was frozen for the gallery, word for word. */
export const getFrozen = query(rundownRoutes.getFrozen, async ({ params, actor, read, today }) => {
  const row = await read.selectFrom('newsroom_rundown_frozen').where('tenant_id', '=', actor.tenantId).where('id', '=', params.frozenId).selectAll().executeTakeFirst()
  if (row === undefined) return refuse('platform.not-found')
  const rundown = await readRundown(read, actor, await unitsOfDay(read, actor, today), row.rundown_id as RundownId)
  const approvals = row.approvals as unknown as FrozenApproval[]
  const named = namedBy(await personNames(read, actor.tenantId, approvals.map(({ personId }) => personId)))
  return {
    id: row.id,
    rundownId: rundown.id,
    storyId: row.story_id as StoryId | null,
    version: row.version,
    hash: row.hash?.toString('hex') ?? null,
    title: row.title,
    content: row.content,
    cutBlocks: row.cut_blocks,
    approvals: approvals.map(({ level, version, personId }) => ({ level, version, person: named(personId) })),
    at: row.frozen_at.toISOString(),
  }
})
