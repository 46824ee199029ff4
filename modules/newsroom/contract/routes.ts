import { commentRoutes } from './comment-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { dictionaryRoutes } from './dictionary-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { planningRoutes } from './planning-routes.ts'
import { prompterRoutes } from './prompter-routes.ts'
import { readerRoutes } from './reader-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { rundownRoutes } from './rundown-routes.ts'
import { signingRoutes } from './signing-routes.ts'
import { storyRoutes } from './story-routes.ts'
import { waitingRoutes } from './waiting-routes.ts'

/** Every route of the newsroom. */
export const newsroomRoutes = { ...storyRoutes, ...recordRoutes, ...signingRoutes, ...deskRoutes, ...dictionaryRoutes, ...readerRoutes, ...mediaRoutes, ...exchangeRoutes, ...rundownRoutes, ...prompterRoutes, ...planningRoutes, ...commentRoutes, ...waitingRoutes, ...noticeRoutes }
