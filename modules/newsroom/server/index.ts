import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { newsroomRoutes } from '../contract/routes.ts'
import { newsroomRefusals } from '../domain/refusals.ts'
import { commentHandlers } from './comments/handlers.ts'
import { archiveHandlers } from './archive/handlers.ts'
import { correctionHandlers } from './correction/handlers.ts'
import { deskHandlers, dictionaryHandlers, readerHandlers } from './desk/handlers.ts'
import { mediaHandlers } from './media/handlers.ts'
import { exchangeHandlers } from './exchange/handlers.ts'
import { noticeHandlers } from './notices/handlers.ts'
import { ownWorkHandlers } from './own-work/get-own-work.ts'
import { planningHandlers } from './planning/handlers.ts'
import { registerPrompterEvents } from './prompter/events.ts'
import { prompterHandlers } from './prompter/handlers.ts'
import { royaltyHandlers } from './royalties/handlers.ts'
import { registerRundownEvents } from './rundown/events.ts'
import { rundownHandlers } from './rundown/handlers.ts'
import { signingHandlers } from './signing/handlers.ts'
import { storyHandlers } from './stories/handlers.ts'
import { waitingHandlers } from './waiting/handlers.ts'

export { namedInNewsroom } from './people-named.ts'
export { keepMedia } from './media/keep-media.ts'
export { keepRundowns } from './rundown/keep-rundowns.ts'
export { keepMos } from './exchange/mos/keep-mos.ts'
export { mosPeerOf } from './exchange/mos/peer-settings.ts'
export { storiesDisposal } from './archive/stories-disposal.ts'
export { ownNewsroomRecords } from './own-records.ts'

/** Registers the routes of the newsroom (tòa soạn). */
export function registerNewsroom(app: FastifyInstance, services: Services): void {
  serve(app, services, newsroomRoutes, { ...storyHandlers, ...signingHandlers, ...deskHandlers, ...dictionaryHandlers, ...readerHandlers, ...mediaHandlers(services), ...exchangeHandlers, ...rundownHandlers, ...archiveHandlers, ...correctionHandlers, ...royaltyHandlers, ...prompterHandlers, ...planningHandlers, ...commentHandlers, ...waitingHandlers, ...noticeHandlers, ...ownWorkHandlers }, newsroomRefusals)
  registerRundownEvents(app, services)
  registerPrompterEvents(app, services)
}
