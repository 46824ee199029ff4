import { deskRoutes } from './desk-routes.ts'
import { dictionaryRoutes } from './dictionary-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { readerRoutes } from './reader-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { rundownRoutes } from './rundown-routes.ts'
import { signingRoutes } from './signing-routes.ts'
import { storyRoutes } from './story-routes.ts'

/** Every route of the newsroom. */
export const newsroomRoutes = { ...storyRoutes, ...recordRoutes, ...signingRoutes, ...deskRoutes, ...dictionaryRoutes, ...readerRoutes, ...mediaRoutes, ...exchangeRoutes, ...rundownRoutes }
