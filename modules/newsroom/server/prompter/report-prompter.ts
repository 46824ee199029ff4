import { refuse } from '#kernel/refusal.ts'
import { readerOf } from '#platform/db/database.ts'
import { bare } from '#platform/http/handler.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { mayControlPrompter } from '../../domain/prompter/rights.ts'
import { readRundown } from '../rundown/rundown-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { leaderMs } from './prompter-state.ts'

/** Where a screen is. The others follow it if it leads: the first to report does, and another once it is silent. Kept out of the ledger. */
export const reportPrompter = bare(prompterRoutes.reportPrompter, async ({ params, body, actor, now, today, inTenant }) => {
  if (actor === null) return refuse('platform.not-signed-in')
  const { tenantId } = actor
  return inTenant(tenantId, async (tx) => {
    const read = readerOf(tx)
    const { id, rights } = await readRundown(read, actor, await unitsOfDay(read, actor, today), params.rundownId)
    if (!mayControlPrompter(rights)) return refuse('platform.not-found')
    const { screen, orders, at } = body
    const silentSince = new Date(now.getTime() - leaderMs)
    const found = await tx
      .insertInto('newsroom_prompter')
      .values({ tenant_id: tenantId, rundown_id: id, place_id: at.placeId, word: at.word, leader: screen, heard_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'rundown_id'])
          .doUpdateSet({ place_id: at.placeId, word: at.word, leader: screen, heard_at: now })
          .where('newsroom_prompter.orders', '=', orders)
          .where((row) => row.or([row('newsroom_prompter.leader', 'is', null), row('newsroom_prompter.leader', '=', screen), row('newsroom_prompter.heard_at', '<=', silentSince)])),
      )
      .returning('leader')
      .executeTakeFirst()
    return { leads: found !== undefined }
  })
})
