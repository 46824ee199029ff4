import type { Handlers } from '#platform/http/handler.ts'
import type { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { exportCaptions } from './export-captions.ts'
import { exportNewsml } from './export-newsml.ts'
import { exportNinjs } from './export-ninjs.ts'
import { importNinjs } from './import-ninjs.ts'

/** Handlers of exchange (trao đổi tin, bài). */
export const exchangeHandlers: Handlers<typeof exchangeRoutes> = { exportNinjs, exportNewsml, exportCaptions, importNinjs }
