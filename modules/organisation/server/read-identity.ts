import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Reader } from '#platform/db/database.ts'
import { readIdentityNumber } from '../domain/identity-number.ts'
import { maySeeDetail, readableUnits } from '../domain/policy.ts'
import { codesOf, identityTerms, type IdentityKind } from '../domain/reference-lists.ts'
import { loadIdentities, openIdentity } from './identity-rows.ts'
import { personLines } from './list-people.ts'
import { loadPeople, loadTree } from './load.ts'
import { identityField } from './sealed-columns.ts'
import { unitsOfPerson } from './units-of-person.ts'

/** An identity number in full: one's own, or of somebody the actor manages. The caller puts the read into the ledger. */
export async function readIdentity(read: Reader, fields: FieldCipher, actor: Actor, personId: PersonId, kind: IdentityKind, today: CalendarDate): Promise<string> {
  const { tenantId } = actor
  const known = (await loadPeople(read, tenantId, { ids: [personId] })).length > 0
  const units = await unitsOfPerson(read, tenantId, personId)
  if (!known || !maySeeDetail(actor, personId, units, await loadTree(read, tenantId), today)) refuse('organisation.person.not-found', { personId })
  const identity = (await loadIdentities(read, tenantId, { personId })).find((stored) => stored.kind === kind)
  if (identity === undefined) refuse('organisation.identity.not-found', { personId })
  return openIdentity(await fields.forReading(read, tenantId), identity)
}

/** Who has exactly this number, among those whose detail the actor may see; null when nobody. */
export async function findByIdentity(read: Reader, fields: FieldCipher, actor: Actor, typed: string, today: CalendarDate) {
  const { tenantId } = actor
  const number = codesOf(identityTerms).map((kind) => readIdentityNumber(kind, typed, today)).find((found) => found !== undefined)
  if (number === undefined) refuse('organisation.identity.not-a-number')
  const prints = (await fields.forReading(read, tenantId)).prints(identityField, number)
  const holder = prints.length === 0 ? undefined : (await loadIdentities(read, tenantId, { prints }))[0]
  if (holder === undefined) return null
  const tree = await loadTree(read, tenantId)
  if (!maySeeDetail(actor, holder.personId, await unitsOfPerson(read, tenantId, holder.personId), tree, today)) return null
  const people = await read.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('id', '=', holder.personId).select(['id', 'code', 'full_name']).execute()
  return (await personLines(read, actor, tree, people, today, readableUnits(actor, tree, today)))[0] ?? null
}
