import type { Handlers } from '#platform/http/handler.ts'
import type { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { closeRoyalties } from './close-royalties.ts'
import { getRoyalties } from './get-royalties.ts'
import { getOwnRoyalties } from './own-royalties.ts'
import { addRate, listRates } from './rates.ts'
import { replaceLine } from './replace-line.ts'
import { royaltySheet } from './royalty-sheet.ts'
import { setShares } from './set-shares.ts'

/** Handlers of royalties (nhuận bút). */
export const royaltyHandlers: Handlers<typeof royaltyRoutes> = { getRoyalties, getOwnRoyalties, listRates, addRate, setShares, closeRoyalties, replaceLine, royaltySheet }
