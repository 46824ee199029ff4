import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Reader } from '#platform/db/database.ts'
import { doubtsAbout, maskedIdentity } from '../domain/identity-number.ts'
import type { Person } from '../domain/person.ts'
import { mayManagePerson, mayManageUnit, mayReadUnit, maySeeDetail, maySeePerson } from '../domain/policy.ts'
import { loadIdentities, openIfPossible } from './identity-rows.ts'
import { loadAbsences, loadHoldings, loadPeople, loadPosts, loadTree } from './load.ts'
import { unitRefOf } from './unit-views.ts'

/**
 * A person with posts over time, latest first. Personal detail comes only for those entitled; `readsDetail` tells
 * the caller to put that read into the ledger.
 */
export async function getPerson(read: Reader, fields: FieldCipher, actor: Actor, personId: PersonId, date: CalendarDate, today: CalendarDate) {
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
    detail: readsDetail ? await detailOf(read, fields, tenantId, person) : null,
    can: { manage: mayManagePerson(actor, units, tree, today), appoint: holds(actor, 'organisation:manage') },
  }
  return { view, readsDetail }
}

async function detailOf(read: Reader, fields: FieldCipher, tenantId: TenantId, person: Person) {
  const absences = await loadAbsences(read, tenantId, { personId: person.id })
  return {
    sex: person.sex,
    birthDate: person.birthDate,
    identity: await identityOf(read, fields, tenantId, person),
    absences: absences.map(({ personId: _person, ...absence }) => absence),
  }
}

/** Identity numbers with all but their last digits hidden, and what of them does not fit the rest as it stands now. */
async function identityOf(read: Reader, fields: FieldCipher, tenantId: TenantId, person: Person) {
  const identities = await loadIdentities(read, tenantId, { personId: person.id })
  if (identities.length === 0) return []
  const cipher = await fields.forReading(read, tenantId)
  return identities.map((identity) => {
    const { kind, version } = identity
    const number = openIfPossible(cipher, identity)
    return { kind, version, masked: number === null ? null : maskedIdentity(number), doubts: number === null ? [] : doubtsAbout(kind, number, person) }
  })
}
