import { personNames } from '#modules/organisation/server/index.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import { approvalLevels } from '../../domain/approval/state.ts'
import { namedBy } from '../people-by-name.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mustSignOrServe } from './delegations.ts'
import { delegationHandlers } from './delegation-handlers.ts'
import { holdBlock } from './hold-block.ts'
import { leadersOver } from './leaders.ts'
import { levelsThatAskForProof } from './proof.ts'

/** Handlers of who signs and who writes just now. */
export const signingHandlers: Handlers<typeof signingRoutes> = {
  ...delegationHandlers,
  holdBlock,

  getSigning: query(signingRoutes.getSigning, async ({ actor, read, today }) => {
    await mustSignOrServe(read, actor, today)
    return { proveAt: await levelsThatAskForProof(read, actor.tenantId) }
  }),

  setSigning: command(signingRoutes.setSigning, async ({ body, actor, tx, now, record }) => {
    const rows = approvalLevels.map((level) => ({ tenant_id: actor.tenantId, level, prove: body.proveAt.includes(level), set_by: actor.accountId, set_at: now }))
    await tx
      .insertInto('newsroom_signing')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'level']).doUpdateSet((row) => ({ prove: row.ref('excluded.prove'), set_by: row.ref('excluded.set_by'), set_at: row.ref('excluded.set_at') })))
      .execute()
    record({ action: 'newsroom.signing.set', subject: { kind: 'tenant', id: actor.tenantId }, data: { proveAt: body.proveAt } })
    return {}
  }),

  listLeaders: query(signingRoutes.listLeaders, async ({ params, actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    const story = await readStory(read, actor, day, params.storyId)
    const leaders = await leadersOver(read, actor.tenantId, day.lineageOf(story.unitId), today)
    const names = await personNames(read, actor.tenantId, leaders)
    const named = leaders.map(namedBy(names))
    return { items: named.toSorted((a, b) => a.name.localeCompare(b.name, 'vi')) }
  }),
}
