import type { z } from 'zod'
import type { ratedSubject, raterRoutes } from '../../contract/rater-routes.ts'
import type { ratingFileView } from '../../contract/sheet-file-routes.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { emptyContent } from '../sheet/sheet-content.ts'

/** The page of one kind of rater as the server sends it. */
export type Ratings = z.output<(typeof raterRoutes.getRatings)['reply']>

/** Somebody to be rated. */
export type RatedSubject = z.output<typeof ratedSubject>

/** A subject with everybody who rates it. */
export type RatersOfSubject = z.output<(typeof raterRoutes.listRaters)['reply']>['items'][number]

/** Points of one person by criterion, as decimal text. */
export type Points = Readonly<Record<string, string>>

/** A named sheet as a sheet of points and a comment, to be compared entry by entry. */
export function asSheet({ points, comment }: { readonly points: Points; readonly comment: string }): SheetContent {
  return { ...emptyContent, points, comment }
}

/** What a workbook brought back holds, as the server read it. */
export type RatingFileView = z.output<typeof ratingFileView>
