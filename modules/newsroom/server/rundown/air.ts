import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import type { AirAct } from '../../domain/rundown/state.ts'
import { lackingNotices } from '../correction/notice-story.ts'
import { markAired } from '../stories/air-state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { endAiring, type AiringId } from './airing.ts'
import { freeze, thaw } from './freeze.ts'
import { readItems, type ItemId, type ItemRow } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import { countChange, lockRundown, personOf, type RundownRow } from './rundown-row.ts'

interface Air {
  readonly tx: Tx<'newsroom'>
  readonly read: Reader
  readonly actor: Actor
  readonly personId: PersonId
  readonly now: Date
  readonly rundown: RundownRow
  readonly items: readonly ItemRow[]
  readonly newId: <Kind extends string>() => string & { readonly kind?: Kind }
}

/** The gallery's marks. An item is frozen when it becomes next; taking it ends what was on air and sets the one after it next. */
export const air = command(rundownRoutes.air, async ({ params, body: { act, itemId }, actor, read, tx, now, today, newId, record }) => {
  const rundown = await lockRundown(tx, actor, await unitsOfDay(read, actor, today), params.rundownId)
  if (!rundown.rights.gallery) refuse('platform.not-found')
  const personId = personOf(actor)
  if (rundown.state !== 'locked' && rundown.state !== 'on_air') refuse('newsroom.rundown.wrong-state', { state: rundown.state })
  const items = await readItems(read, actor.tenantId, rundown.id)
  const item = items.find((each) => each.id === itemId) ?? refuse('newsroom.rundown.no-such-item')
  const next = await acts[act]({ tx, read, actor, personId, now, rundown, items, newId }, item)
  const changes = await countChange(tx, actor, rundown.id, now, act === 'take' ? { state: 'on_air' } : {})
  record({ action: actions[act], subject: { kind: 'rundown', id: rundown.id }, data: { itemId, ...(item.storyId === null ? {} : { storyId: item.storyId }), ...(next === null ? {} : { next: next.itemId }), ...(next?.hash ? { nextHash: next.hash } : {}) } })
  return { changes, next: next?.itemId ?? null }
})

const actions = {
  next: 'newsroom.rundown-item.set-next',
  release: 'newsroom.rundown-item.released',
  take: 'newsroom.rundown-item.put-on-air',
  end: 'newsroom.rundown-item.ended',
} as const satisfies Record<AirAct, string>

/** The item that is next, and the hash of its words if they were frozen just now. */
interface Next {
  readonly itemId: ItemId
  readonly hash: string | null
}

const acts: Readonly<Record<AirAct, (air: Air, item: ItemRow) => Promise<Next | null>>> = {
  next: setNext,
  async release(one, item) {
    mustBe(item, 'next')
    await thaw(one.tx, one.actor, item, one.personId, one.now)
    return null
  },
  take,
  async end(one, item) {
    mustBe(item, 'on_air')
    await end(one, item)
    const next = one.items.find((each) => each.stage === 'next')
    return next === undefined ? null : { itemId: next.id, hash: null }
  },
}

async function setNext(one: Air, item: ItemRow): Promise<Next> {
  mustBe(item, 'waiting')
  if (item.floated) refuse('newsroom.rundown.item-floated')
  const before = one.items.find((each) => each.stage === 'next')
  if (before !== undefined) await thaw(one.tx, one.actor, before, one.personId, one.now)
  const hash = await freeze(one.tx, one.read, one.actor, one.rundown, item, { personId: one.personId, now: one.now, frozenId: one.newId<'frozen'>() })
  return { itemId: item.id, hash }
}

async function take(one: Air, item: ItemRow): Promise<Next | null> {
  mustBe(item, 'next')
  const onAir = one.items.find((each) => each.stage === 'on_air')
  if (onAir !== undefined) await end(one, onAir)
  await one.tx
    .updateTable('newsroom_rundown_item')
    .set({ stage: 'on_air', started_at: one.now, revision: item.revision + 1, changed_by: one.personId, changed_at: one.now })
    .where('tenant_id', '=', one.actor.tenantId)
    .where('id', '=', item.id)
    .execute()
  if (item.storyId !== null) await markAired(one.tx, one.actor.tenantId, item.storyId, one.now)
  const following = one.items.slice(one.items.indexOf(item) + 1).find((each) => each.stage === 'waiting' && !each.floated)
  if (following === undefined || !(await mayAir(one, following))) return null
  return setNext({ ...one, items: one.items.filter((each) => each !== item) }, following)
}

function end({ tx, read, actor, rundown, personId, now, newId }: Air, item: ItemRow): Promise<void> {
  return endAiring(tx, read, actor, rundown, item, { personId, now, airingId: newId<'airing'>() as AiringId })
}

async function mayAir({ read, actor: { tenantId } }: Air, item: ItemRow): Promise<boolean> {
  const { storyId } = item
  if (storyId === null) return true
  return (await readPlaced(read, tenantId, [storyId])).get(storyId)?.approved === true && (await lackingNotices(read, tenantId, [item])).length === 0
}

function mustBe(item: ItemRow, stage: ItemRow['stage']): void {
  if (item.stage !== stage) refuse('newsroom.rundown.wrong-stage', { stage: item.stage })
}
