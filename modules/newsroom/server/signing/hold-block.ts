import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { readerOf } from '#platform/db/database.ts'
import { bare } from '#platform/http/handler.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import { mayWrite } from '../../domain/policy.ts'
import { namedBy } from '../people-by-name.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Milliseconds a block stays held after its writer was last heard of. */
export const holdMs = 60_000

/**
 * Holds the block somebody writes in (giữ đoạn). It keeps nobody's words out: a hold is a minute's courtesy shown beside the block, and what
 * two wrote without seeing each other is merged or shown side by side when it is saved. Kept out of the ledger, as it says nothing that lasts.
 */
export const holdBlock = bare(signingRoutes.holdBlock, async ({ params, body, actor, now, today, inTenant }) => {
  if (actor === null) return refuse('platform.not-signed-in')
  return inTenant(actor.tenantId, async (tx) => {
    const read = readerOf(tx)
    const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
    const { personId } = actor
    if (personId === null || !mayWrite(story.rights, story.state, story.air)) return refuse('newsroom.story.wrong-state', { state: story.state })
    await tx
      .deleteFrom('newsroom_block_lease')
      .where('tenant_id', '=', actor.tenantId)
      .where('story_id', '=', story.id)
      .where((where) => where.or([where('until', '<=', now), where.and([where('window_id', '=', body.windowId), where('block_id', 'is distinct from', body.blockId)])]))
      .execute()
    if (body.blockId !== null) {
      await tx
        .insertInto('newsroom_block_lease')
        .values({ tenant_id: actor.tenantId, story_id: story.id, block_id: body.blockId, person_id: personId, window_id: body.windowId, until: new Date(now.getTime() + holdMs) })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'story_id', 'block_id']).doUpdateSet((row) => ({ until: row.ref('excluded.until') })).where('newsroom_block_lease.window_id', '=', body.windowId))
        .execute()
    }
    const holds = await tx.selectFrom('newsroom_block_lease').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select(['block_id', 'person_id', 'window_id', 'until']).execute()
    const others = holds.filter((hold) => hold.window_id !== body.windowId)
    const named = namedBy(await personNames(read, actor.tenantId, others.map((hold) => hold.person_id as PersonId)))
    return {
      held: body.blockId === null || holds.some((hold) => hold.window_id === body.windowId && hold.block_id === body.blockId),
      others: others.map((hold) => ({ blockId: hold.block_id, person: named(hold.person_id), until: hold.until.toISOString() })),
      revision: story.revision,
    }
  })
})
