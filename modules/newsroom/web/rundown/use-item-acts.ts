import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import type { AirAct, RundownAct } from '../../domain/rundown/state.ts'
import { rundownText } from './messages.ts'
import type { Item, ItemId, Rundown } from './rundown-view.ts'

/** What may be set of an item. */
export type ItemChange = Omit<InputOf<typeof rundownRoutes.changeItem>['body'], 'revision'>

/** The acts on a rundown and its items; each ends with the rundown as it then is. */
export function useItemActs(rundownId: Rundown['id']) {
  const words = useText(rundownText)
  const refresh = useRefresh()
  const params = { rundownId }
  const again = () => refresh(rundownRoutes.getRundown)
  const change = useAct(({ item, to }: { item: Pick<Item, 'id' | 'revision'>; to: ItemChange }, options) => call(rundownRoutes.changeItem, { params: { ...params, itemId: item.id }, body: { revision: item.revision, ...to } }, options), again)
  const cut = useAct(
    async (cuts: readonly { readonly item: Pick<Item, 'id' | 'revision'>; readonly to: ItemChange }[], { requestId }) => {
      for (const { item, to } of cuts) await call(rundownRoutes.changeItem, { params: { ...params, itemId: item.id }, body: { revision: item.revision, ...to } }, cuts.length === 1 ? { requestId } : {})
    },
    async () => {
      await again()
      toast(words.cutDone)
    },
  )
  const move = useAct(({ item, after }: { item: Pick<Item, 'id' | 'revision'>; after: ItemId | null }, options) => call(rundownRoutes.moveItem, { params: { ...params, itemId: item.id }, body: { revision: item.revision, after } }, options), again)
  const remove = useAct(
    (item: Pick<Item, 'id' | 'revision'>, options) => call(rundownRoutes.removeItem, { params: { ...params, itemId: item.id }, query: { revision: item.revision } }, options),
    async () => {
      await again()
      toast(words.removed)
    },
  )
  const air = useAct(({ act, itemId }: { act: AirAct; itemId: ItemId }, options) => call(rundownRoutes.air, { params, body: { act, itemId } }, options), again)
  const act = useAct(
    (name: RundownAct, options) => call(rundownRoutes.actOnRundown, { params, body: { act: name } }, options),
    async (_output, name) => {
      await again()
      toast(words.actsDone[name])
    },
  )
  const all = [change, cut, move, remove, air, act]
  return {
    change,
    cut,
    move,
    remove,
    air,
    act,
    error: all.map((each) => each.error).find((error) => error !== undefined),
    reset: () => {
      for (const each of all) each.reset()
    },
  }
}

export type ItemActs = ReturnType<typeof useItemActs>
