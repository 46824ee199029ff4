import type { MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ConflictCause } from '../../domain/ballot.ts'
import { relativesOf } from '../raters/kinships.ts'

/** A conflict of interest stated in a meeting. */
export interface StatedConflict {
  readonly personId: PersonId
  readonly subjectId: PersonId
  readonly reason: string
}

/** Conflicts stated in a meeting. */
export async function loadStatedConflicts(read: Reader, tenantId: TenantId, meetingId: MeetingId): Promise<StatedConflict[]> {
  const rows = await read
    .selectFrom('evaluation_meeting_recusal')
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .select(['person_id', 'subject_id', 'reason'])
    .orderBy('person_id')
    .orderBy('subject_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id as PersonId, subjectId: row.subject_id as PersonId, reason: row.reason }))
}

/** Who has which conflict in an item: who it is about, their declared relatives, and who said so in the meeting. */
export async function conflictsIn(read: Reader, tenantId: TenantId, meetingId: MeetingId, subjectId: PersonId | null): Promise<(personId: PersonId) => ConflictCause | null> {
  if (subjectId === null) return () => null
  const areRelatives = await relativesOf(read, tenantId, [subjectId])
  const stated = new Set((await loadStatedConflicts(read, tenantId, meetingId)).filter((each) => each.subjectId === subjectId).map((each) => each.personId))
  return (personId) => {
    if (personId === subjectId) return 'subject'
    return areRelatives(personId, subjectId) ? 'relative' : stated.has(personId) ? 'declared' : null
  }
}

/** In whose items somebody has which conflict. */
export async function conflictsOf(read: Reader, tenantId: TenantId, meetingId: MeetingId, personId: PersonId | null): Promise<(subjectId: PersonId) => ConflictCause | null> {
  if (personId === null) return () => null
  const areRelatives = await relativesOf(read, tenantId, [personId])
  const stated = new Set((await loadStatedConflicts(read, tenantId, meetingId)).filter((each) => each.personId === personId).map((each) => each.subjectId))
  return (subjectId) => {
    if (subjectId === personId) return 'subject'
    return areRelatives(personId, subjectId) ? 'relative' : stated.has(subjectId) ? 'declared' : null
  }
}

/** Refuses somebody with a conflict of interest in the item. */
export async function requireNoConflict(read: Reader, tenantId: TenantId, meetingId: MeetingId, actorId: PersonId | null, subjectId: PersonId): Promise<void> {
  const cause = (await conflictsOf(read, tenantId, meetingId, actorId))(subjectId)
  if (cause !== null) refuse('evaluation.meeting.conflict', { cause })
}
