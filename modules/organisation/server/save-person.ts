import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Reader, type Tx } from '#platform/db/database.ts'
import { checkPerson, type Person } from '../domain/person.ts'
import { mayManagePerson } from '../domain/policy.ts'
import { loadPeople, loadTree } from './load.ts'
import { unitsOfPerson } from './units-of-person.ts'
import { lockStructure, putPeople } from './rows.ts'

type PersonFields = Pick<Person, 'code' | 'fullName' | 'sex' | 'birthDate'>

/** Adds a person. Two people may share a name; no two share a code. */
export async function createPerson(tx: Tx<'organisation'>, actor: Actor, fields: PersonFields, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  await refuseTakenCode(readerOf(tx), actor, fields.code, null)
  checkPerson(fields, today)
  const person: Person = { ...fields, id: asId<'person'>(uuidv7()), version: 1 }
  await putPeople(tx, actor.tenantId, [person])
  return { id: person.id, version: 1 }
}

/** Changes a person's particulars. */
export async function changePerson(tx: Tx<'organisation'>, actor: Actor, personId: PersonId, fields: PersonFields & { readonly version: number }, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const person = (await loadPeople(read, actor.tenantId, { ids: [personId] }))[0]
  const tree = await loadTree(read, actor.tenantId)
  const units = await unitsOfPerson(read, actor.tenantId, personId)
  if (person === undefined || !mayManagePerson(actor, units, tree, today)) refuse('organisation.person.not-found', { personId })
  if (person.version !== fields.version) refuse('organisation.person.changed', { ...person })
  await refuseTakenCode(read, actor, fields.code, personId)
  checkPerson(fields, today)
  const version = person.version + 1
  await putPeople(tx, actor.tenantId, [{ ...fields, id: personId, version }])
  return { id: personId, version }
}

async function refuseTakenCode(read: Reader, actor: Actor, code: string, self: PersonId | null): Promise<void> {
  const taken = (await loadPeople(read, actor.tenantId, { code })).filter((other) => other.id !== self)
  if (taken.length > 0) refuse('organisation.person.code-taken', { code })
}
