import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import { asId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { monthOf } from '../../domain/task-decisions.ts'
import { searchWords } from '../catalogue/list-products.ts'
import { isNamedSuperior } from './named-superior.ts'
import { selectTasks, taskOf } from './task-rows.ts'
import { unitsBelow, unitsOfDay, visibleUnits } from './task-scope.ts'
import { nonEmpty, viewsOf } from './task-views.ts'

/** Own tasks, or those of people under the actor: newest month first, then by deadline. Whose were shown is in the ledger. */
export const listTasks = query(taskRoutes.listTasks, async ({ query: asked, actor, read, today, recordList }) => {
  const after = asked.after === undefined ? undefined : pageKey(asked.after, ['date', 'date', 'uuid'])
  const day = await unitsOfDay(read, actor.tenantId, today)
  const canAssign = holds(actor, 'evaluation:assign')
  let list = selectTasks(read, actor.tenantId).orderBy('t.month', 'desc').orderBy('t.deadline').orderBy('t.id').limit(pageLimit(asked.limit))
  const own = asked.personId === undefined ? asked.who === 'me' : asked.personId === actor.personId
  if (own) {
    if (actor.personId === null) return { items: [], next: null, canAssign }
    list = list.where('t.person_id', '=', actor.personId)
  } else {
    const units = visibleUnits(day, actor)
    const me = actor.personId
    if (units !== null) {
      list = list.where((where) => where.or([where('t.unit_id', 'in', nonEmpty(units)), ...(me === null ? [] : [isNamedSuperior(actor.tenantId, me)])]))
    }
    if (me !== null) list = list.where('t.person_id', '<>', me)
    if (asked.personId !== undefined) list = list.where('t.person_id', '=', asked.personId)
  }
  if (asked.unitId !== undefined) list = list.where('t.unit_id', 'in', nonEmpty(unitsBelow(day, [asId<'unit'>(asked.unitId)]) ?? []))
  if (asked.month !== undefined) list = list.where('t.month', '=', monthOf(asked.month))
  if (asked.status !== undefined) list = list.where('t.status', '=', asked.status)
  if (asked.origin !== undefined) list = list.where('t.origin', '=', asked.origin)
  for (const word of searchWords(asked.search)) {
    list = list.where(sql<boolean>`unaccent(lower(t.title || ' ' || coalesce(p.code, ''))) like ${word}`)
  }
  if (after !== undefined) {
    const [month, deadline, id] = after
    list = list.where(sql<boolean>`(t.month < ${month}::date or (t.month = ${month}::date and (t.deadline, t.id) > (${deadline}::date, ${id}::uuid)))`)
  }
  const page = pageOf((await list.execute()).map(taskOf), asked.limit, (task) => [task.month, task.deadline, task.id])
  const people = [...new Set(page.items.map((task) => task.personId))].filter((id) => id !== actor.personId)
  if (people.length > 0) recordList({ action: 'evaluation.tasks.listed', subject: { kind: 'tenant', id: actor.tenantId }, data: { people } })
  return { items: await viewsOf(read, actor, day, page.items), next: page.next, canAssign }
})
