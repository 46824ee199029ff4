import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures read at the moment somebody asks, by name; a figure that is not known is left out. */
export type Figures = () => Promise<Readonly<Record<string, number | undefined>>>

/** The program's own figures for Prometheus. */
export interface Metrics {
  read(): Promise<{ readonly contentType: string; readonly text: string }>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answers are no requests to be timed. */
    unmeasured?: boolean
  }
}

/** For answers that last as long as a page is open (event streams). */
export const unmeasured = { unmeasured: true } as const

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Counts requests by route pattern and status class, never by address or person, and reads `figures` (name → value,
 * with their explanations in `help`) when asked.
 */
export function createMetrics(app: FastifyInstance, pool: pg.Pool, help: Readonly<Record<string, string>>, figures: Figures): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({ name: 'thuocdo_http_seconds', help: 'Time to answer, by route', labelNames: ['method', 'route', 'status'], buckets: seconds, registers: [registry] })
  new Gauge({
    name: 'thuocdo_database_connections',
    help: 'Connections of this server, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waited-for' }, pool.waitingCount)
    },
  })
  const gauges = new Map(Object.entries(help).map(([name, text]) => [name, new Gauge({ name, help: text, registers: [registry] })]))
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.config.unmeasured !== true) requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000)
    done()
  })
  return {
    async read() {
      const found = await figures()
      for (const [name, gauge] of gauges) {
        const value = found[name]
        if (value === undefined) gauge.reset()
        else gauge.set(value)
      }
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
