import type { z } from 'zod'
import type { ratedSubject, raterRoutes } from '../../contract/rater-routes.ts'

/** The page of one kind of rater as the server sends it. */
export type Ratings = z.output<(typeof raterRoutes.getRatings)['reply']>

/** Somebody to be rated. */
export type RatedSubject = z.output<typeof ratedSubject>

/** Points of one person by criterion, as decimal text. */
export type Points = Readonly<Record<string, string>>
