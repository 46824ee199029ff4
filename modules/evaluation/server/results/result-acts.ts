import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { mayUse } from '#platform/contract/route.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
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
export function actsOnResult(actor: Actor, standing: Standing, participant: Pick<Participant, 'status' | 'excludedReason'>, campaign: Pick<Campaign, 'status'>, state: ResultState, today: CalendarDate): ResultAct[] {
  if (!state.hasResult) return []
  const file = { status: participant.status, excluded: participant.excludedReason !== '' }
  const known = state.published && isPublished(campaign.status)
  const own = standing.subject && mayUse(actor, resultRoutes.respond)
  return [
    ...(!state.relative && mayUse(actor, resultRoutes.decide) && mayAct('decide', standing, file, campaign.status) ? (['decide'] as const) : []),
    ...(own && known && campaign.status === 'published' ? (['respond'] as const) : []),
    ...(own && known && !state.openPetition && campaign.status === 'published' && state.petitionUntil !== null && today <= state.petitionUntil ? (['petition'] as const) : []),
    ...(standing.authority && known && !state.openPetition && mayUse(actor, resultRoutes.replaceResult) ? (['replace'] as const) : []),
    ...(maySeeScores(standing, campaign.status) ? (['print'] as const) : []),
  ]
}
