import type { FastifyInstance } from 'fastify'
import type { TenantId } from '#kernel/id.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import type { Services } from '#platform/http/serve.ts'
import { prompterEventsPath } from '../../contract/prompter-routes.ts'
import type { HubPace } from '../rundown/event-hub.ts'
import { registerEventStream } from '../rundown/event-stream.ts'
import type { RundownId } from '../rundown/rundown-row.ts'
import { readStamps } from '../rundown/stamps.ts'
import { atRest, readPrompters } from './prompter-state.ts'

/** Orders of another server are heard within this; those of this one at once. */
const usualPace: HubPace = { lookMs: 400, checkMs: 5000 }

/** Events of the prompters of a rundown: orders, the leader's position, and a stamp that changes with the words. */
export function registerPrompterEvents(app: FastifyInstance, services: Services, pace = usualPace): void {
  registerEventStream(app, services, { path: prompterEventsPath, stampsOf: (tenantId, ids) => readSayings(services, tenantId, ids), pace, retryMs: 1000 })
}

function readSayings(services: Services, tenantId: TenantId, ids: readonly RundownId[]): Promise<Map<RundownId, string>> {
  return inTenant(services.db, tenantId, 'read', async (tx) => {
    const read = readerOf(tx)
    const stamps = await readStamps(read, tenantId, ids)
    const states = await readPrompters(read, tenantId, ids, services.clock())
    return new Map([...stamps].map(([id, shown]) => [id, JSON.stringify({ shown, state: states.get(id) ?? atRest })]))
  })
}
