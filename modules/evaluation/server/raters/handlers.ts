import type { Handlers } from '#platform/http/handler.ts'
import type { raterRoutes } from '../../contract/rater-routes.ts'
import { addRater } from './add-rater.ts'
import { declareKinship } from './declare-kinship.ts'
import { getRatings } from './get-ratings.ts'
import { listKinships } from './list-kinships.ts'
import { listRaters } from './list-raters.ts'
import { listWaitingRaters } from './list-waiting-raters.ts'
import { raterProgress } from './rater-progress.ts'
import { remindRaters } from './remind-raters.ts'
import { removeKinship } from './remove-kinship.ts'
import { saveRating } from './save-rating.ts'
import { settleRater } from './settle-rater.ts'
import { submitRatings } from './submit-ratings.ts'
import { submitUnnamedRatings } from './submit-unnamed-ratings.ts'

export const raterHandlers: Handlers<typeof raterRoutes> = {
  raterProgress,
  listRaters,
  listWaitingRaters,
  remindRaters,
  addRater,
  settleRater,
  getRatings,
  saveRating,
  submitRatings,
  submitUnnamedRatings,
  listKinships,
  declareKinship,
  removeKinship,
}
