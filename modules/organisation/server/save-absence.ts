import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { checkAbsence, type Absence, type AbsenceId } from '../domain/absence.ts'
import { mayManagePerson } from '../domain/policy.ts'
import { loadAbsences, loadTree } from './load.ts'
import { lockPerson, putAbsence } from './rows.ts'
import { unitsOfPerson } from './units-of-person.ts'

type AbsenceFields = Omit<Absence, 'id' | 'version' | 'personId'>

/** Records an absence (Decree 335/2025, article 11). */
export async function addAbsence(tx: Tx<'organisation'>, actor: Actor, personId: PersonId, fields: AbsenceFields, today: CalendarDate) {
  if (!(await lockManaged(tx, actor, personId, today))) refuse('organisation.person.not-found', { personId })
  const absence: Absence = { ...fields, id: asId<'absence'>(uuidv7()), version: 1, personId }
  checkAbsence(absence, await loadAbsences(readerOf(tx), actor.tenantId, { personId }))
  await putAbsence(tx, actor.tenantId, absence)
  return { id: absence.id, version: 1 }
}

/** Corrects an absence: its kind, its days, its decision. */
export async function changeAbsence(tx: Tx<'organisation'>, actor: Actor, absenceId: AbsenceId, input: AbsenceFields & { readonly version: number }, today: CalendarDate) {
  const before = await lockAbsence(tx, actor, absenceId, input.version, today)
  const absence: Absence = { ...before, ...input, version: before.version + 1 }
  checkAbsence(absence, await loadAbsences(readerOf(tx), actor.tenantId, { personId: before.personId }))
  await putAbsence(tx, actor.tenantId, absence)
  return { id: absenceId, version: absence.version, personId: before.personId }
}

/** Removes an absence entered by mistake; answers what it said, for the ledger. */
export async function removeAbsence(tx: Tx<'organisation'>, actor: Actor, absenceId: AbsenceId, version: number, today: CalendarDate): Promise<Absence> {
  const before = await lockAbsence(tx, actor, absenceId, version, today)
  await tx.deleteFrom('organisation_absence').where('tenant_id', '=', actor.tenantId).where('id', '=', absenceId).execute()
  return before
}

async function lockAbsence(tx: Tx<'organisation'>, actor: Actor, absenceId: AbsenceId, version: number, today: CalendarDate): Promise<Absence> {
  const find = async (): Promise<Absence | undefined> => (await loadAbsences(readerOf(tx), actor.tenantId, { id: absenceId }))[0]
  const seen = await find()
  if (seen === undefined || !(await lockManaged(tx, actor, seen.personId, today))) refuse('organisation.absence.not-found', { absenceId })
  const before = await find()
  if (before === undefined) refuse('organisation.absence.not-found', { absenceId })
  if (before.version !== version) refuse('organisation.absence.changed', { ...before })
  return before
}

/** Locks the person, so that two absences entered at once are judged one after the other; false when not the actor's to manage. */
async function lockManaged(tx: Tx<'organisation'>, actor: Actor, personId: PersonId, today: CalendarDate): Promise<boolean> {
  if (!(await lockPerson(tx, actor.tenantId, personId))) return false
  const read = readerOf(tx)
  return mayManagePerson(actor, await unitsOfPerson(read, actor.tenantId, personId), await loadTree(read, actor.tenantId), today)
}
