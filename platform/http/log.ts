import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'

/** How much is written: only what went wrong (`warn`), each request as one line (`info`), or all the libraries say. */
export const logLevels = ['trace', 'debug', 'info', 'warn'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * One JSON object a line, without personal data: a request is its route pattern, status and time, never its address
 * (searches are names), body or headers; an error is its kind, code and stack, never the row a database quotes.
 */
export function logOptions(level: LogLevel): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: describeError,
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
      res: (reply: { readonly statusCode?: number }) => ({ status: reply.statusCode }),
    },
  }
}

/** An error for the log. Messages of the database may quote values, so of those only the kind and the place are kept. */
export function describeError(error: unknown): Record<string, unknown> & { type: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const fromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')
  const place = fromDatabase ? Object.fromEntries(['table', 'column', 'constraint', 'routine'].flatMap((name) => (name in error ? [[name, (error as unknown as Record<string, unknown>)[name]]] : []))) : {}
  return { type: error.name, message: fromDatabase ? `PostgreSQL ${code}` : error.message, ...(code === undefined ? {} : { code }), ...place, stack: frames }
}

/** Writes a line for each answered request when the level asks for it. */
export function logRequest(log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
}
