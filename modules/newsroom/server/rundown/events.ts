import type { FastifyInstance } from 'fastify'
import { inTenant, readerOf } from '#platform/db/database.ts'
import type { Services } from '#platform/http/serve.ts'
import { rundownEventsPath } from '../../contract/rundown-events.ts'
import type { HubPace } from './event-hub.ts'
import { registerEventStream } from './event-stream.ts'
import { readStamps } from './stamps.ts'

const usualPace: HubPace = { lookMs: 1000, checkMs: 5000 }

/** Events of a rundown for open screens: that it changed, never what, so that everybody reads with their own rights. */
export function registerRundownEvents(app: FastifyInstance, services: Services, pace = usualPace): void {
  registerEventStream(app, services, {
    path: rundownEventsPath,
    stampsOf: (tenantId, ids) => inTenant(services.db, tenantId, 'read', (tx) => readStamps(readerOf(tx), tenantId, ids)),
    pace,
    retryMs: 2000,
  })
}
