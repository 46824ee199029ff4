import type { MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ConflictCause } from '../../domain/ballot.ts'

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
  const kin = await read
    .selectFrom('evaluation_kinship')
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('person_id', '=', subjectId), where('relative_id', '=', subjectId)]))
    .select(['person_id', 'relative_id'])
    .execute()
  const relatives = new Set(kin.flatMap((row) => [row.person_id, row.relative_id]))
  const stated = new Set((await loadStatedConflicts(read, tenantId, meetingId)).filter((each) => each.subjectId === subjectId).map((each) => each.personId))
  return (personId) => {
    if (personId === subjectId) return 'subject'
    return relatives.has(personId) ? 'relative' : stated.has(personId) ? 'declared' : null
  }
}

/** Refuses somebody with a conflict of interest in the item. */
export async function requireNoConflict(read: Reader, tenantId: TenantId, meetingId: MeetingId, actorId: PersonId | null, subjectId: PersonId): Promise<void> {
  const cause = actorId === null ? null : (await conflictsIn(read, tenantId, meetingId, subjectId))(actorId)
  if (cause !== null) refuse('evaluation.meeting.conflict', { cause })
}
