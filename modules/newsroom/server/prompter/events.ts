import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, type Actor } from '#kernel/actor.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { isUuid, type TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Services } from '#platform/http/serve.ts'
import { prompterEventsPath } from '../../contract/prompter-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { createEventHub, type EventHub, type HubPace } from '../rundown/event-hub.ts'
import { readRundown, type RundownId } from '../rundown/rundown-row.ts'
import { readStamps } from '../rundown/stamps.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { atRest, readPrompters } from './prompter-state.ts'

/** Orders of another server are heard within this; those of this one at once. */
const usualPace: HubPace = { lookMs: 400, checkMs: 5000 }
const mostUnsent = 65_536
const retryMs = 1000

/** Events of the prompters of a rundown: orders, the leader's position, and a stamp that changes with the words. */
export function registerPrompterEvents(app: FastifyInstance, services: Services, pace = usualPace): void {
  const hub = createEventHub((tenantId, ids) => readSayings(services, tenantId, ids), pace)
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET' && request.url.startsWith('/api/newsroom/')) void hub.look()
    done()
  })
  app.addHook('preClose', (done) => {
    hub.endAll()
    done()
  })
  app.get(prompterEventsPath, (request, reply) => openEvents(services, hub, request, reply))
}

function readSayings(services: Services, tenantId: TenantId, ids: readonly RundownId[]): Promise<Map<RundownId, string>> {
  return inTenant(services.db, tenantId, 'read', async (tx) => {
    const read = readerOf(tx)
    const stamps = await readStamps(read, tenantId, ids)
    const states = await readPrompters(read, tenantId, ids)
    return new Map([...stamps].map(([id, shown]) => [id, JSON.stringify({ shown, state: states.get(id) ?? atRest })]))
  })
}

async function openEvents(services: Services, hub: EventHub, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { rundownId } = request.params as { readonly rundownId: string }
  const { account } = request.query as { readonly account?: unknown }
  const actor = await actorOf(services, request)
  // An event source sends no headers of its own: as whom the page acts stands in the address.
  if (actor === null || (account !== undefined && account !== actor.accountId)) return refuse('platform.not-signed-in')
  if (!isUuid(rundownId)) return refuse('platform.not-found')
  const id = rundownId as RundownId
  await inTenant(services.db, actor.tenantId, 'read', async (tx) => {
    const read = readerOf(tx)
    await readRundown(read, actor, await unitsOfDay(read, actor, vietnameseDay(services.clock())), id)
  })
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { ...securityHeaders(request.protocol), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.write(`retry: ${retryMs}\n\n`)
  const write = (text: string): void => {
    if (raw.writableLength > mostUnsent) stop()
    else raw.write(text)
  }
  const stop = hub.follow({
    tenantId: actor.tenantId,
    rundownId: id,
    send: (said) => write(`data: ${said}\n\n`),
    beat: () => write(':\n\n'),
    mayStay: async () => {
      const now = await actorOf(services, request)
      return now?.accountId === actor.accountId && newsroomRights.some((right) => holds(now, right))
    },
    end: () => void raw.end(),
  })
  raw.on('close', stop)
}

async function actorOf(services: Services, request: FastifyRequest): Promise<Actor | null> {
  return (await services.sessionOf(request.headers, services.clock()))?.actor ?? null
}
