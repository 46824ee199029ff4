import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { AttendeeRole, MeetingStatus, PaperHeading, Quorum } from '../../domain/meeting.ts'

/** A meeting as stored. */
export interface Meeting {
  readonly id: MeetingId
  readonly campaignId: CampaignId
  readonly version: number
  readonly status: MeetingStatus
  readonly heldOn: CalendarDate
  readonly place: string
  readonly heading: PaperHeading
  readonly superiorBody: string
  readonly bodyName: string
  readonly quorum: Quorum
  readonly conclusion: string
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** Somebody called to a meeting. */
export interface Attendee {
  readonly personId: PersonId
  readonly role: AttendeeRole
  readonly votes: boolean
  readonly teller: boolean
  readonly present: boolean
  readonly absenceReason: string
  readonly version: number
}

const columns = ['id', 'campaign_id', 'version', 'status', 'held_on', 'place', 'heading', 'superior_body', 'body_name', 'quorum', 'conclusion', 'opened_at', 'closed_at'] as const

function selectMeetings(read: Reader, tenantId: TenantId) {
  return read.selectFrom('evaluation_meeting').where('tenant_id', '=', tenantId).select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMeetings>['execute']>>[number]

function meetingOf(row: Row): Meeting {
  return {
    id: row.id as MeetingId,
    campaignId: row.campaign_id as CampaignId,
    version: row.version,
    status: row.status as MeetingStatus,
    heldOn: row.held_on as CalendarDate,
    place: row.place,
    heading: row.heading as PaperHeading,
    superiorBody: row.superior_body,
    bodyName: row.body_name,
    quorum: row.quorum as Quorum,
    conclusion: row.conclusion,
    openedAt: row.opened_at as Date | null,
    closedAt: row.closed_at as Date | null,
  }
}

/** The meeting, or `platform.not-found`. Whether the actor may know of it is for the caller to ask. */
export async function loadMeeting(read: Reader, tenantId: TenantId, id: MeetingId): Promise<Meeting> {
  const row = await selectMeetings(read, tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : meetingOf(row)
}

/** Meetings of a campaign, the latest first. */
export async function loadMeetings(read: Reader, tenantId: TenantId, campaignId: CampaignId): Promise<Meeting[]> {
  const rows = await selectMeetings(read, tenantId).where('campaign_id', '=', campaignId).orderBy('held_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(meetingOf)
}

/** Locks the meeting's row until the end of the act, so that acts on a meeting follow one another. */
export async function lockMeeting(tx: Tx<'evaluation'>, tenantId: TenantId, id: MeetingId): Promise<void> {
  await tx.selectFrom('evaluation_meeting').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
}

/** Shares the meeting's row with other people's work and keeps it in its status until the end of the act. */
export async function holdMeeting(tx: Tx<'evaluation'>, tenantId: TenantId, id: MeetingId): Promise<void> {
  await tx.selectFrom('evaluation_meeting').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forShare().execute()
}

/** Who is called to each of these meetings. */
export async function loadAttendees(read: Reader, tenantId: TenantId, meetings: readonly MeetingId[]): Promise<Map<MeetingId, Attendee[]>> {
  if (meetings.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_meeting_attendee as a')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'a.person_id'))
    .where('a.tenant_id', '=', tenantId)
    .where('a.meeting_id', 'in', [...meetings])
    .select(['a.meeting_id', 'a.person_id', 'a.role', 'a.votes', 'a.teller', 'a.present', 'a.absence_reason', 'a.version'])
    .orderBy('x.sort_name')
    .orderBy('a.person_id')
    .execute()
  const found = new Map<MeetingId, Attendee[]>(meetings.map((id) => [id, []]))
  for (const row of rows) {
    found.get(row.meeting_id as MeetingId)?.push({
      personId: row.person_id as PersonId,
      role: row.role as AttendeeRole,
      votes: row.votes,
      teller: row.teller,
      present: row.present,
      absenceReason: row.absence_reason,
      version: row.version,
    })
  }
  return found
}
