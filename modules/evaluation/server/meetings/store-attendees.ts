import { sql } from 'kysely'
import type { MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { checkAttendees, type AttendeeRole } from '../../domain/meeting.ts'

/** Somebody to be called to a meeting. */
export interface CalledPerson {
  readonly personId: PersonId
  readonly role: AttendeeRole
  readonly votes: boolean
  readonly teller: boolean
}

/** Checks who is called to a meeting, people this tenant knows among them, and stores them in place of those before. */
export async function storeAttendees(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, meetingId: MeetingId, called: readonly CalledPerson[]): Promise<void> {
  checkAttendees(called)
  const known = await personNames(read, tenantId, called.map((one) => one.personId))
  if (called.some((one) => !known.has(one.personId))) refuse('platform.not-found')
  await sql`delete from evaluation_meeting_attendee where tenant_id = ${tenantId} and meeting_id = ${meetingId}`.execute(tx)
  await tx
    .insertInto('evaluation_meeting_attendee')
    .values(called.map((one) => ({ tenant_id: tenantId, meeting_id: meetingId, person_id: one.personId, role: one.role, votes: one.votes, teller: one.teller })))
    .execute()
}
