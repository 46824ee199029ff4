import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, type Actor } from '#kernel/actor.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { isUuid } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { unmeasured } from '#platform/http/metrics.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Services } from '#platform/http/serve.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { createEventHub, type EventHub, type HubPace, type ReadStamps } from './event-hub.ts'
import { readRundown, type RundownId } from './rundown-row.ts'

/** A screen that does not take what is sent is let go; it comes back and catches up. */
const mostUnsent = 65_536

/** Events about rundowns (cập nhật trực tiếp) at an address with `:rundownId`. */
export interface EventStream {
  readonly path: string
  /** How rundowns stand; what is read is sent when it is another than before. */
  readonly stampsOf: ReadStamps
  readonly pace: HubPace
  /** Milliseconds after which a browser that lost the line comes back. */
  readonly retryMs: number
}

/** Serves a stream to whoever may read the rundown, for as long as their session lasts. */
export function registerEventStream(app: FastifyInstance, services: Services, { path, stampsOf, pace, retryMs }: EventStream): void {
  const hub = createEventHub(stampsOf, pace)
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET' && request.url.startsWith('/api/newsroom/')) void hub.look()
    done()
  })
  app.addHook('preClose', (done) => {
    hub.endAll()
    done()
  })
  app.get(path, { config: unmeasured }, (request, reply) => open(services, hub, retryMs, request, reply))
}

async function open(services: Services, hub: EventHub, retryMs: number, request: FastifyRequest, reply: FastifyReply): Promise<void> {
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
  // Kept alive after its end, the connection would hold up a server that stops.
  raw.writeHead(200, { ...securityHeaders(request.protocol), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' })
  raw.write(`retry: ${retryMs}\n\n`)
  const write = (text: string): void => {
    if (raw.writableLength > mostUnsent) stop()
    else raw.write(text)
  }
  const stop = hub.follow({
    tenantId: actor.tenantId,
    rundownId: id,
    send: (stamp) => write(`data: ${stamp}\n\n`),
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
