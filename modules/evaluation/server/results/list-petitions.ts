import { sql } from 'kysely'
import { pageOf } from '#kernel/page.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { loadNames } from '../campaigns/names.ts'
import { managedCampaigns } from '../campaigns/list-campaigns.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { decidersBelow } from './petition-escalation.ts'
import { petitionOf, petitionView, selectPetitions } from './petition-record.ts'

/** Petitions the actor filed or must answer, those of the campaigns the actor manages, and overdue ones of authorities directly below; the newest first. Whose were shown is in the ledger. */
export const listPetitions = query(resultRoutes.listPetitions, async ({ query: asked, actor, read, today, calendar, recordList }) => {
  const me = actor.personId
  const managed = await managedCampaigns(actor, read, today)
  let rows = selectPetitions(read, actor.tenantId).orderBy('t.filed_at', 'desc').orderBy('t.id', 'desc').limit(pageLimit(asked.limit))
  const below = await decidersBelow(read, actor, today)
  if (managed !== null) {
    rows = rows.where(sql<boolean>`(t.person_id = ${me} or p.decider_id = ${me} or c.scope_unit_id = any(${managed}::uuid[])
      or (t.status = 'open' and t.due_on < ${today}::date and p.decider_id = any(${below}::uuid[])))`)
  }
  if (asked.status !== undefined) rows = rows.where('t.status', asked.status === 'settled' ? '<>' : '=', 'open')
  if (asked.status === 'overdue') rows = rows.where('t.due_on', '<', today)
  if (asked.after !== undefined) {
    const [filedAt, id] = pageKey(asked.after, ['instant', 'uuid'])
    rows = rows.where(sql<boolean>`(t.filed_at, t.id) < (${filedAt}::timestamptz, ${id}::uuid)`)
  }
  const found = (await rows.execute()).map(petitionOf)
  const names = await loadNames(read, actor.tenantId, found.flatMap((petition) => [petition.personId, petition.deciderId, petition.answeredBy]), [], today)
  const page = pageOf(found, asked.limit, (petition) => [petition.filedAt.toISOString(), petition.id])
  const people = [...new Set(page.items.map((petition) => petition.personId))].filter((id) => id !== me)
  if (people.length > 0) recordList({ action: 'evaluation.petitions.listed', subject: { kind: 'tenant', id: actor.tenantId }, data: { people } })
  return { next: page.next, items: page.items.map((petition) => petitionView(petition, names, { actor, manages: ({ scopeUnitId }) => managed === null || managed.includes(scopeUnitId), below }, today, calendar)) }
})
