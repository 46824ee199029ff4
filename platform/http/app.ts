import compress from '@fastify/compress'
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import { Refusal, type RefusalCatalogue } from '#kernel/refusal.ts'
import { spreadsheetRefusals } from '#platform/spreadsheet/refusals.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { tlsRules } from './certificate.ts'
import { guardedCookie, guardedCookies } from './cookie-names.ts'
import { logOptions, logRequest, type LogLevel } from './log.ts'
import { platformRefusals } from './refusals.ts'
import { securityHeaders } from './security-headers.ts'
import { errorAnswer } from './serve.ts'

/** Settings of the HTTP application. */
export interface AppOptions {
  readonly log: LogLevel | false
  /** Addresses of proxies whose word on the caller's address and the protocol is taken. */
  readonly proxies?: readonly string[]
  /** A certificate of its own: the program speaks HTTPS then. */
  readonly certificate?: { readonly cert: Buffer; readonly key: Buffer }
  /** Refusals of every module, for their HTTP statuses. */
  readonly refusals: readonly RefusalCatalogue[]
}

const bodyLimit = 1024 * 1024

/** The bare HTTP application: limits, headers, one error shape. Modules register their routes on it. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit,
    logger: options.log ? logOptions(options.log) : false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.proxies === undefined || options.proxies.length === 0 ? false : [...options.proxies],
    ...(options.certificate === undefined ? {} : { https: { ...options.certificate, ...tlsRules } }),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // An address that cannot be read, or whose parts are longer than any id.
    frameworkErrors: (_error, request, reply) => void notFound((reply as unknown as FastifyReply).headers(securityHeaders(request.protocol))),
    clientErrorHandler: answerBrokenRequest,
  })
  const statuses = new Map<string, number>()
  for (const catalogue of [platformRefusals, spreadsheetRefusals, ...options.refusals]) {
    for (const [code, status] of Object.entries(catalogue)) statuses.set(code, status)
  }
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Parts of resumable uploads are read where they are kept (handler.ts, flow).
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.protocol === 'https' && request.headers.cookie !== undefined) request.headers.cookie = guardedCookies(request.headers.cookie)
    done()
  })
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers(securityHeaders(request.protocol))
    const cookies = reply.getHeader('set-cookie')
    if (request.protocol === 'https' && cookies !== undefined) reply.removeHeader('set-cookie').header('set-cookie', [cookies].flat().map((line) => guardedCookie(String(line))))
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    logRequest(request.log, request, reply)
    done()
  })
  app.setErrorHandler((error, request, reply) => {
    const answer = errorAnswer(error, (code) => statuses.get(code) ?? 422)
    if (answer.status === 500 || (answer.status === 503 && !(error instanceof Refusal))) request.log.error({ err: error }, answer.code)
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
