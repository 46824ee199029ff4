import { refuse } from '#kernel/refusal.ts'
import type { TransitionTable } from '#kernel/transition.ts'
import { leastReason } from './decision.ts'

/** Where a meeting stands (hội nghị): called, under way, over. */
export const meetingStatuses = ['planned', 'open', 'closed'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const meetingActs = ['open', 'close'] as const
export type MeetingAct = (typeof meetingActs)[number]

/** Who moves a meeting: the personnel officer who runs it, or who presides. */
export type MeetingRight = 'runs'

/** Which act leads from where to where; server and screen read this table. */
export const meetingTransitions = {
  open: { from: ['planned'], to: 'open', by: 'runs' },
  close: { from: ['open'], to: 'closed', by: 'runs' },
} as const satisfies TransitionTable<MeetingAct, MeetingStatus, MeetingRight>

/** What somebody is called to a meeting as: chủ trì, thư ký, thành viên, khách mời. */
export const attendeeRoles = ['chair', 'secretary', 'member', 'guest'] as const
export type AttendeeRole = (typeof attendeeRoles)[number]

/** Heading of the minutes: thể thức văn bản của Đảng, or NĐ 30/2020. */
export const paperHeadings = ['party', 'state'] as const
export type PaperHeading = (typeof paperHeadings)[number]

/** How many of those entitled to vote must be present before a meeting opens (số thành viên tối thiểu). */
export const quorums = ['more_than_half', 'two_thirds', 'three_quarters', 'all'] as const
export type Quorum = (typeof quorums)[number]

const reached: Record<Quorum, (present: number, convened: number) => boolean> = {
  more_than_half: (present, convened) => 2 * present > convened,
  two_thirds: (present, convened) => 3 * present >= 2 * convened,
  three_quarters: (present, convened) => 4 * present >= 3 * convened,
  all: (present, convened) => present === convened,
}

/** Somebody called to a meeting, as far as counting goes. */
export interface Seat {
  readonly role: AttendeeRole
  readonly votes: boolean
  readonly present: boolean
}

/** How many of those entitled to vote are called, how many are there, and whether that is enough. */
export interface Attendance {
  readonly convened: number
  readonly present: number
  readonly met: boolean
}

/** Attendance under the meeting's own setting; nobody entitled to vote is never enough. */
export function attendanceOf(quorum: Quorum, seats: readonly Seat[]): Attendance {
  const voting = seats.filter((seat) => seat.votes)
  const present = voting.filter((seat) => seat.present).length
  return { convened: voting.length, present, met: voting.length > 0 && reached[quorum](present, voting.length) }
}

/** Refuses a list without exactly one chair, with somebody twice, or with another number of tellers than none or two. */
export function checkAttendees(attendees: readonly { readonly personId: string; readonly role: AttendeeRole; readonly teller: boolean; readonly votes: boolean }[]): void {
  const chairs = attendees.filter((one) => one.role === 'chair').length
  const tellers = attendees.filter((one) => one.teller).length
  const twice = attendees.length - new Set(attendees.map((one) => one.personId)).size
  const voting = attendees.filter((one) => one.votes).length
  if (chairs !== 1 || twice > 0 || (tellers !== 0 && tellers !== 2) || voting === 0) refuse('evaluation.meeting.bad-attendees', { chairs, tellers, twice, voting })
}

/** A level that the meeting proposes; like a decision, it takes a reason where it is not the provisional one. */
export function checkProposal(levels: readonly string[], provisional: string, proposal: { readonly level: string; readonly reason: string }): void {
  if (!levels.includes(proposal.level)) refuse('evaluation.result.unknown-level', { level: proposal.level, levels })
  if (proposal.level !== provisional && proposal.reason.trim().length < leastReason) {
    refuse('evaluation.result.reason-needed', { provisional, level: proposal.level, least: leastReason })
  }
}
