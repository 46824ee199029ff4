import { participantStatuses, type ParticipantStatus } from '../../domain/participant.ts'

type ByStatus = Readonly<Record<ParticipantStatus, number>>

/** How far a campaign has come, counted over people who are evaluated. */
export interface CampaignProgress {
  readonly total: number
  readonly selfScored: number
  readonly superiorScored: number
  readonly decided: number
}

function from(byStatus: ByStatus, status: ParticipantStatus): number {
  return participantStatuses.slice(participantStatuses.indexOf(status)).reduce((sum, each) => sum + byStatus[each], 0)
}

/** Counts of files that have passed each step; excluded people are in none of them. */
export function progressOf(byStatus: ByStatus): CampaignProgress {
  return { total: from(byStatus, 'waiting'), selfScored: from(byStatus, 'superior_scoring'), superiorScored: from(byStatus, 'scored'), decided: from(byStatus, 'decided') }
}
