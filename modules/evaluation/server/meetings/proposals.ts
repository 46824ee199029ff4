import type { MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** A level the meeting proposes for somebody. */
export interface Proposal {
  readonly level: string
  readonly reason: string
  readonly by: PersonId | null
  readonly at: Date
  readonly version: number
}

/** The proposals of a meeting by person. */
export async function loadProposals(read: Reader, tenantId: TenantId, meetingId: MeetingId): Promise<Map<PersonId, Proposal>> {
  const rows = await read
    .selectFrom('evaluation_meeting_proposal')
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', meetingId)
    .select(['person_id', 'level', 'reason', 'proposed_by', 'proposed_at', 'version'])
    .execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, { level: row.level, reason: row.reason, by: row.proposed_by as PersonId | null, at: row.proposed_at as Date, version: row.version }]))
}
