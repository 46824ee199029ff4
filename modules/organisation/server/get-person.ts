import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { mayManagePerson, mayManageUnit, mayReadUnit, maySeeDetail, maySeePerson } from '../domain/policy.ts'
import { loadAbsences, loadHoldings, loadPeople, loadPosts, loadTree } from './load.ts'
import { unitRefOf } from './unit-views.ts'

/**
 * A person with posts over time, latest first. Personal detail comes only for those entitled; `readsDetail` tells
 * the caller to put that read into the ledger.
 */
export async function getPerson(read: Reader, actor: Actor, personId: PersonId, date: CalendarDate, today: CalendarDate) {
  const { tenantId } = actor
  const tree = await loadTree(read, tenantId)
  const person = (await loadPeople(read, tenantId, { ids: [personId] }))[0]
  const holdings = await loadHoldings(read, tenantId, { people: [personId] })
  const posts = new Map((await loadPosts(read, tenantId, { ids: holdings.map((holding) => holding.postId) })).map((post) => [post.id, post]))
  const units = [...new Set([...posts.values()].map((post) => post.unitId))]
  if (person === undefined || !maySeePerson(actor, personId, units, tree, today)) refuse('organisation.person.not-found', { personId })
  const isSelf = actor.personId === personId
  const readsDetail = maySeeDetail(actor, personId, units, tree, today)
  const view = {
    id: personId,
    code: person.code,
    version: person.version,
    fullName: person.fullName,
    date,
    holdings: holdings.toReversed().flatMap((holding) => {
      const post = posts.get(holding.postId)
      if (post === undefined || !(isSelf || mayReadUnit(actor, tree, post.unitId, today))) return []
      const { id, version, status, isPrimary, from, to, decisionNumber, decisionDate } = holding
      return [{
        id, version, status, isPrimary, from, to, decisionNumber, decisionDate,
        post: { id: post.id, title: post.title, role: post.role },
        unit: unitRefOf(tree, post.unitId, to ?? date),
        can: { manage: mayManageUnit(actor, tree, post.unitId, today) },
      }]
    }),
    detail: readsDetail ? { sex: person.sex, birthDate: person.birthDate, absences: (await loadAbsences(read, tenantId, { personId })).map(({ personId: _person, ...absence }) => absence) } : null,
    can: { manage: mayManagePerson(actor, units, tree, today), appoint: holds(actor, 'organisation:manage') },
  }
  return { view, readsDetail }
}
