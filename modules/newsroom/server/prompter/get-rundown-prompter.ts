import { query } from '#platform/http/handler.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { mayControlPrompter } from '../../domain/prompter/rights.ts'
import { ownEntries } from '../desk/own-dictionary.ts'
import { readItems } from '../rundown/item-rows.ts'
import { readRundown } from '../rundown/rundown-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { promptedItems } from './prompted-items.ts'

/** What the presenter reads of a rundown, in its order. */
export const getRundownPrompter = query(prompterRoutes.getRundownPrompter, async ({ params, actor, read, now, today }) => {
  const rundown = await readRundown(read, actor, await unitsOfDay(read, actor, today), params.rundownId)
  return {
    title: rundown.name,
    items: await promptedItems(read, actor.tenantId, rundown.date, await readItems(read, actor.tenantId, rundown.id), now),
    dictionary: await ownEntries(read, actor.tenantId),
    can: { control: mayControlPrompter(rundown.rights) },
  }
})
