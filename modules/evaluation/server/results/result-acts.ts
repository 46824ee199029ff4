import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { resultActs } from '../../contract/views.ts'
import { isPublished, mayAct, maySeeScores, type Standing } from '../../domain/policy.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import type { Participant } from '../campaigns/participant-row.ts'

type ResultAct = (typeof resultActs)[number]

/** What an actor may do with a result, seen from its state. */
export interface ResultState {
  readonly hasResult: boolean
  readonly published: boolean
  readonly openPetition: boolean
  /** The actor is a declared relative of the person. */
  readonly relative: boolean
  /** Last day for petitions; null before publication. */
  readonly petitionUntil: CalendarDate | null
}

/** Acts open to somebody of this standing, for the reply's `can`. */
export function actsOnResult(standing: Standing, participant: Pick<Participant, 'status' | 'excludedReason'>, campaign: Pick<Campaign, 'status'>, state: ResultState, today: CalendarDate): ResultAct[] {
  if (!state.hasResult) return []
  const file = { status: participant.status, excluded: participant.excludedReason !== '' }
  const known = state.published && isPublished(campaign.status)
  return [
    ...(!state.relative && mayAct('decide', standing, file, campaign.status) ? (['decide'] as const) : []),
    ...(standing.subject && known && campaign.status === 'published' ? (['respond'] as const) : []),
    ...(standing.subject && known && !state.openPetition && campaign.status === 'published' && state.petitionUntil !== null && today <= state.petitionUntil ? (['petition'] as const) : []),
    ...(standing.authority && known ? (['replace'] as const) : []),
    ...(maySeeScores(standing, campaign.status) ? (['print'] as const) : []),
  ]
}
