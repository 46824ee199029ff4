import type { z } from 'zod'
import type { ratedSubject, raterRoutes } from '../../contract/rater-routes.ts'

/** The page of one kind of rater as the server sends it. */
export type Ratings = z.output<(typeof raterRoutes.getRatings)['reply']>

/** Somebody to be rated. */
export type RatedSubject = z.output<typeof ratedSubject>

/** A subject with everybody who rates it. */
export type RatersOfSubject = z.output<(typeof raterRoutes.listRaters)['reply']>['items'][number]

/** Points of one person by criterion, as decimal text. */
export type Points = Readonly<Record<string, string>>
