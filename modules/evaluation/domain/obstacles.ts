import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import type { CampaignAct } from './campaign.ts'

/** What the state of a campaign's files says about its next act. Excluded people are in none of the counts. */
export interface CampaignState {
  readonly participants: number
  readonly unresolved: number
  /** Neither self-scored nor scored by the superior, or sent back. */
  readonly notScored: number
  readonly notDecided: number
  /** Raters beside subject and superior: subjects without one they need, sheets not sent, declared relatives among them. */
  readonly raters: { readonly missing: number; readonly waiting: number; readonly relatives: number }
  /** Meetings on its levels that have opened and not closed. */
  readonly openMeetings: number
  readonly openPetitions: number
  /** Last day for petitions; null before publication. */
  readonly petitionUntil: CalendarDate | null
  /** Quotas of the decided levels that are exceeded, with by how many. */
  readonly quotasOver: readonly { readonly scope: string; readonly over: number }[]
}

/** Why an act cannot be done now. `reason` obstacles give way to a stated reason, the others to nothing. */
export interface Obstacle {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  readonly givesWayToReason: boolean
}

const obstacle = (code: string, data: Readonly<Record<string, unknown>>): Obstacle => ({ code, data, givesWayToReason: waivableObstacles.has(code) })

/** Sending back and cancelling undo people's work: they are never done without a word. */
export const actsWithReason: ReadonlySet<CampaignAct> = new Set(['return_to_scoring', 'return_to_compiling', 'cancel'])

/** Obstacles that give way to a stated reason; the screen asks for it where one stands. */
export const waivableObstacles: ReadonlySet<string> = new Set(['evaluation.campaign.quota-exceeded', 'evaluation.campaign.raters-waiting'])

/** What stands in the way of an act, in the order to be dealt with. */
export function obstaclesTo(act: CampaignAct, state: CampaignState, today: CalendarDate): Obstacle[] {
  switch (act) {
    case 'open':
      if (state.participants === 0) return [obstacle('evaluation.campaign.unresolved', { unresolved: 0, participants: 0 })]
      return [
        ...(state.unresolved > 0 ? [obstacle('evaluation.campaign.unresolved', { unresolved: state.unresolved, participants: state.participants })] : []),
        ...(state.raters.relatives > 0 ? [obstacle('evaluation.campaign.relatives', { relatives: state.raters.relatives })] : []),
        ...(state.raters.missing > 0 ? [obstacle('evaluation.campaign.raters-missing', { missing: state.raters.missing })] : []),
      ]
    case 'compile':
      return [
        ...(state.notScored > 0 ? [obstacle('evaluation.campaign.not-all-scored', { missing: state.notScored })] : []),
        // The rulebook says what absent raters mean; closing before they have sent is still a person's act.
        ...(state.raters.waiting > 0 ? [obstacle('evaluation.campaign.raters-waiting', { waiting: state.raters.waiting })] : []),
      ]
    case 'publish':
      return [
        ...(state.notDecided > 0 ? [obstacle('evaluation.campaign.not-all-decided', { missing: state.notDecided })] : []),
        // What a meeting still discusses is not made known behind its back.
        ...(state.openMeetings > 0 ? [obstacle('evaluation.campaign.meeting-open', { open: state.openMeetings })] : []),
        // Article 20.5b lets the competent authority go up to 25 %: beyond the chosen rate only with a stated ground.
        ...(state.quotasOver.length > 0 ? [obstacle('evaluation.campaign.quota-exceeded', { quotas: state.quotasOver })] : []),
      ]
    case 'close':
      return [
        ...(state.openPetitions > 0 ? [obstacle('evaluation.campaign.open-petitions', { open: state.openPetitions })] : []),
        ...(state.petitionUntil !== null && today <= state.petitionUntil ? [obstacle('evaluation.campaign.petition-window', { until: state.petitionUntil })] : []),
      ]
    case 'submit':
    case 'return_to_scoring':
    case 'return_to_compiling':
    case 'cancel':
      return []
  }
}

/** Refuses the act on its first obstacle, or for want of a reason. */
export function requireClear(act: CampaignAct, state: CampaignState, today: CalendarDate, reason: string): void {
  if (actsWithReason.has(act) && reason === '') refuse('evaluation.campaign.reason-needed', { act })
  const standing = obstaclesTo(act, state, today).find((each) => !(each.givesWayToReason && reason !== ''))
  if (standing !== undefined) refuse(standing.code, standing.data)
}
