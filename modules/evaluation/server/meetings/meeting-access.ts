import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { MeetingId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { MeetingStatus } from '../../domain/meeting.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { decidesIn } from '../results/quotas.ts'
import { loadAttendees, loadMeeting, type Attendee, type Meeting } from './meeting-row.ts'

/** A meeting with what the actor is to it. */
export interface MeetingFile {
  readonly meeting: Meeting
  readonly campaign: Campaign
  readonly attendees: readonly Attendee[]
  readonly me: Attendee | null
  /** The personnel body of the campaign. */
  readonly manages: boolean
  /** Decides on somebody in the campaign (article 10.2). */
  readonly decides: boolean
  /** The personnel officer who runs it, or who presides. */
  readonly runs: boolean
}

/** Reads the meeting, or refuses as not found for whoever neither runs it, decides in its campaign nor is called to it. */
export async function loadMeetingFile(read: Reader, actor: Actor, id: MeetingId, today: CalendarDate): Promise<MeetingFile> {
  const meeting = await loadMeeting(read, actor.tenantId, id)
  const campaign = await loadCampaign(read, actor.tenantId, meeting.campaignId)
  const attendees = (await loadAttendees(read, actor.tenantId, [id])).get(id) ?? []
  const me = attendees.find((one) => one.personId === actor.personId) ?? null
  const { manages } = await accessTo(campaign, actor, read, today)
  const decides = await decidesIn(read, actor, campaign.id)
  if (!manages && !decides && me === null) refuse('platform.not-found')
  return { meeting, campaign, attendees, me, manages, decides, runs: manages || me?.role === 'chair' }
}

/** Whether the actor may have the minutes of a meeting that has opened: who runs it, and its secretary. */
export function keepsMinutes({ meeting, me, runs }: MeetingFile): boolean {
  return meeting.status !== 'planned' && (runs || me?.role === 'secretary')
}

/** Refuses as not found unless the actor runs the meeting. */
export function requireRuns(file: MeetingFile): void {
  if (!file.runs) refuse('platform.not-found')
}

/** Refuses when somebody changed the meeting since it was read. */
export function requireMeetingVersion(meeting: Meeting, version: number): void {
  if (meeting.version !== version) refuse('evaluation.meeting.changed', { version: meeting.version, status: meeting.status })
}

/** Refuses unless the meeting stands at one of these steps. */
export function requireMeetingStatus(meeting: Meeting, ...allowed: readonly MeetingStatus[]): void {
  if (!allowed.includes(meeting.status)) refuse('evaluation.meeting.wrong-status', { status: meeting.status, allowed })
}

/** Refuses unless the meeting is open and its campaign awaits decision. */
export function requireUnderWay({ meeting, campaign }: MeetingFile): void {
  requireMeetingStatus(meeting, 'open')
  if (campaign.status !== 'deciding') refuse('evaluation.meeting.not-deciding', { status: campaign.status })
}
