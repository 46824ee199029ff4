import type { Handlers } from '#platform/http/handler.ts'
import type { rundownRoutes } from '../../contract/rundown-routes.ts'
import { actOnRundown } from './act-on-rundown.ts'
import { addItem } from './add-item.ts'
import { air } from './air.ts'
import { changeItem } from './change-item.ts'
import { correctAiring } from './correct-airing.ts'
import { createRundown } from './create-rundown.ts'
import { getFrozen } from './get-frozen.ts'
import { getRundown } from './get-rundown.ts'
import { listAirings } from './list-airings.ts'
import { listPlaceable } from './list-placeable.ts'
import { listRundowns } from './list-rundowns.ts'
import { moveItem } from './move-item.ts'
import { openRundowns } from './open-rundowns.ts'
import { removeItem } from './remove-item.ts'
import { saveRundown } from './save-rundown.ts'

/** Handlers of rundowns (khung chương trình) and of the as-run log (nhật ký phát sóng). */
export const rundownHandlers: Handlers<typeof rundownRoutes> = {
  listRundowns,
  createRundown,
  openRundowns,
  getRundown,
  saveRundown,
  actOnRundown,
  listPlaceable,
  addItem,
  changeItem,
  moveItem,
  removeItem,
  air,
  getFrozen,
  listAirings,
  correctAiring,
}
