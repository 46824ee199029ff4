import compress from '@fastify/compress'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { RefusalCatalogue } from '#kernel/refusal.ts'
import { spreadsheetRefusals } from '#platform/spreadsheet/refusals.ts'
import { platformRefusals } from './refusals.ts'
import { errorAnswer } from './serve.ts'

/** Settings of the HTTP application. */
export interface AppOptions {
  readonly log: boolean
  /** Refusals of every module, for their HTTP statuses. */
  readonly refusals: readonly RefusalCatalogue[]
}

const bodyLimit = 1024 * 1024

// Everything comes from our own files; the screens write no style element (ui/theme-provider.tsx).
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const onEveryReply = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'content-security-policy': contentSecurityPolicy }

/** The bare HTTP application: limits, headers, one error shape. Modules register their routes on it. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit,
    logger: options.log ? { level: 'warn' } : false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // An address that cannot be read, or whose parts are longer than any id.
    frameworkErrors: (_error, _request, reply) => void notFound(reply as unknown as FastifyReply),
  })
  const statuses = new Map<string, number>()
  for (const catalogue of [platformRefusals, spreadsheetRefusals, ...options.refusals]) {
    for (const [code, status] of Object.entries(catalogue)) statuses.set(code, status)
  }
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers(onEveryReply)
    done()
  })
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswer(error, (code) => statuses.get(code) ?? 422)
    if (answer.status === 500) request.log.error(error)
    const { code, data, problems } = answer
    return reply.code(answer.status).send({ error: { code, data, ...(problems ? { problems } : {}) } })
  })
  app.setNotFoundHandler((_request, reply) => notFound(reply))
  await app.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'] })
  return app
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: { code: 'platform.not-found', data: {} } })
}
