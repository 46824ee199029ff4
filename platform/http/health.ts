import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Room } from '#platform/files/room.ts'

/** What the probes look at. */
export interface HealthOptions {
  readonly pool: pg.Pool
  readonly room: Room
  /** Text for Prometheus; null serves none. */
  readonly metrics: (() => Promise<{ readonly contentType: string; readonly text: string }>) | null
  /** A token that lets another machine read the metrics; without one only this machine may. */
  readonly metricsToken: string | undefined
}

const databasePatience = 2_000
const thisMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * `/healthz`: the process answers. `/readyz`: it can also serve, i.e. its database answers, its disk has room to save
 * and it is not being ended; a load balancer sends nothing while it says 503. `/metrics`: Prometheus. None says anything of the content.
 */
export function serveHealth(app: FastifyInstance, options: HealthOptions): void {
  let ending = false
  app.addHook('preClose', (done) => {
    ending = true
    done()
  })
  app.get('/healthz', (_request, reply) => state(reply, 200, 'ok'))
  app.get('/readyz', async (_request, reply) => {
    if (ending) return state(reply, 503, 'ending')
    if (!(await answers(options.pool))) return state(reply, 503, 'no-database')
    return (await options.room.isFull()) ? state(reply, 503, 'no-space') : state(reply, 200, 'ready')
  })
  const { metrics } = options
  if (metrics === null) return
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) return reply.code(404).send({ error: { code: 'platform.not-found', data: {} } })
    const { contentType, text } = await metrics()
    return reply.header('cache-control', 'no-store').type(contentType).send(text)
  })
}

function state(reply: FastifyReply, code: number, status: string): FastifyReply {
  return reply.code(code).header('cache-control', 'no-store').send({ status })
}

async function answers(pool: pg.Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), databasePatience)
  })
  try {
    return await Promise.race([pool.query('select 1').then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Behind a proxy the socket's own address says nothing of who asks, so a forwarded request needs the token. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined) return given !== undefined && sameText(given, token)
  return thisMachine.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}
