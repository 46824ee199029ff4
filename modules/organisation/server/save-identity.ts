import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { readerOf, type Reader, type Tx } from '#platform/db/database.ts'
import { doubtsAbout, readIdentityNumber, type IdentityDoubt } from '../domain/identity-number.ts'
import type { Person } from '../domain/person.ts'
import { mayManagePerson } from '../domain/policy.ts'
import type { IdentityKind } from '../domain/reference-lists.ts'
import { loadIdentities, putIdentities, type SealedIdentity } from './identity-rows.ts'
import { loadPeople, loadTree } from './load.ts'
import { lockStructure } from './rows.ts'
import { identityField } from './sealed-columns.ts'
import { unitsOfPerson } from './units-of-person.ts'

/** What somebody typed, over which version, and which doubts they have looked at. */
export interface IdentityEntry {
  readonly version: number
  readonly number: string
  readonly accepted: readonly IdentityDoubt[]
}

/**
 * Records or corrects an identity number. No two people of the tenant have one; a number that does not fit the birth
 * date, the sex or any province is taken only once somebody says so. No refusal holds a digit of it.
 */
export async function saveIdentity(tx: Tx<'organisation'>, fields: FieldCipher, actor: Actor, personId: PersonId, kind: IdentityKind, entry: IdentityEntry, today: CalendarDate) {
  const { tenantId } = actor
  const { person, before } = await lockIdentity(tx, actor, personId, kind, entry.version, today)
  const number = readIdentityNumber(kind, entry.number, today) ?? refuse('organisation.identity.not-a-number', { kind })
  const doubts = doubtsAbout(kind, number, person)
  if (doubts.some((doubt) => !entry.accepted.includes(doubt))) refuse('organisation.identity.doubtful', { doubts })
  const cipher = await fields.forWriting(tx, tenantId)
  const holders = await loadIdentities(readerOf(tx), tenantId, { prints: cipher.prints(identityField, number) })
  if (holders.some((holder) => holder.personId !== personId)) refuse('organisation.identity.taken', { kind })
  const version = (before?.version ?? 0) + 1
  await putIdentities(tx, cipher, tenantId, [{ personId, kind, number, version }])
  return { id: personId, version, doubts, corrected: before !== undefined }
}

/** Removes a number that is not to be held. */
export async function removeIdentity(tx: Tx<'organisation'>, actor: Actor, personId: PersonId, kind: IdentityKind, version: number, today: CalendarDate): Promise<void> {
  await lockIdentity(tx, actor, personId, kind, version, today)
  await tx.deleteFrom('organisation_identity').where('tenant_id', '=', actor.tenantId).where('person_id', '=', personId).where('kind', '=', kind).execute()
}

/** The person, whom the actor must manage, and the number as it stands, whose version must be the one seen. */
async function lockIdentity(tx: Tx<'organisation'>, actor: Actor, personId: PersonId, kind: IdentityKind, version: number, today: CalendarDate): Promise<{ person: Person; before: SealedIdentity | undefined }> {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const person = await managedPerson(read, actor, personId, today)
  const before = (await loadIdentities(read, actor.tenantId, { personId })).find((identity) => identity.kind === kind)
  if (before === undefined && version > 0) refuse('organisation.identity.not-found', { personId })
  if ((before?.version ?? 0) !== version) refuse('organisation.identity.changed', { version: before?.version ?? 0 })
  return { person, before }
}

async function managedPerson(read: Reader, actor: Actor, personId: PersonId, today: CalendarDate): Promise<Person> {
  const person = (await loadPeople(read, actor.tenantId, { ids: [personId] }))[0]
  const units = await unitsOfPerson(read, actor.tenantId, personId)
  if (person === undefined || !mayManagePerson(actor, units, await loadTree(read, actor.tenantId), today)) refuse('organisation.person.not-found', { personId })
  return person
}
