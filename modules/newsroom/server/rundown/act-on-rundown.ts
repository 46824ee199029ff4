import type { Actor } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { rundownTransitions, type RundownAct } from '../../domain/rundown/state.ts'
import { mustSayWholeNotice } from '../correction/notice-story.ts'
import { markPlaced } from '../stories/air-state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { thaw } from './freeze.ts'
import { readItems, type ItemRow } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import { countChange, lockRundown, personOf } from './rundown-row.ts'
import { unplace } from './unplace.ts'

/** Locks a rundown (chốt khung), opens it again, or ends it. Only stories that may air stand in a locked one; those floated are not in it. */
export const actOnRundown = command(rundownRoutes.actOnRundown, async ({ params, body: { act }, actor, read, tx, now, today, record }) => {
  const rundown = await lockRundown(tx, actor, await unitsOfDay(read, actor, today), params.rundownId)
  if (!rundown.rights[rundownTransitions[act].by]) refuse('platform.not-found')
  const personId = personOf(actor)
  const state = transit(rundownTransitions, act, rundown.state, 'newsroom.rundown.wrong-state')
  const items = await readItems(read, actor.tenantId, rundown.id)
  if (act === 'lock') await mustAllAir(tx, read, actor, items)
  if (act === 'finish' && items.some((item) => item.stage === 'on_air')) refuse('newsroom.rundown.still-on-air')
  const next = items.find((item) => item.stage === 'next')
  if (act === 'unlock' && next !== undefined) refuse('newsroom.rundown.item-frozen', { stage: 'next' })
  if (act === 'finish' && next !== undefined) await thaw(tx, actor, next, personId, now)
  const changes = await countChange(tx, actor, rundown.id, now, { state })
  if (act === 'finish') await unplace(tx, read, actor.tenantId, items.flatMap((item) => item.storyId ?? []))
  record({ action: actions[act], subject: { kind: 'rundown', id: rundown.id }, data: { items: items.length } })
  return { changes, state }
})

const actions = {
  lock: 'newsroom.rundown.locked',
  unlock: 'newsroom.rundown.unlocked',
  finish: 'newsroom.rundown.ended',
} as const satisfies Record<RundownAct, string>

async function mustAllAir(tx: Tx<'newsroom'>, read: Reader, { tenantId }: Actor, items: readonly ItemRow[]): Promise<void> {
  const ids = items.flatMap((item) => (item.storyId === null || item.floated ? [] : [item.storyId]))
  const stories = await readPlaced(read, tenantId, ids)
  const missing = ids.flatMap((id) => stories.get(id) ?? []).filter((story) => !story.approved)
  if (missing.length > 0) refuse('newsroom.rundown.not-approved', { titles: missing.map(({ title }) => title) })
  await mustSayWholeNotice(read, tenantId, items.filter(({ floated }) => !floated))
  await markPlaced(tx, tenantId, ids)
}
