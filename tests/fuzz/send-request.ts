import { Agent, request as open } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FuzzRequest } from './draw-request.ts'

/** What came back, or why nothing did. */
export interface FuzzAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  readonly ms: number
  /** No answer: the connection was cut, or nothing came within the limit. */
  readonly failed: 'cut' | 'hung' | undefined
}

/** Sends requests to one port as they stand, headers twice and all; `end` closes its connections. */
export function createSender(port: number, limitMs: number): { readonly send: (request: FuzzRequest, cookie: string | undefined) => Promise<FuzzAnswer>; readonly end: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    end: () => agent.destroy(),
    send: ({ method, url, headers, body }, cookie) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const none = (failed: 'cut' | 'hung'): void => resolve({ status: 0, headers: {}, body: Buffer.alloc(0), ms: performance.now() - began, failed })
        const raw = [['host', `127.0.0.1:${port}`], ...(cookie === undefined ? [] : [['cookie', cookie]]), ...headers, ...(body === undefined && (method === 'GET' || method === 'HEAD') ? [] : [['content-length', String(body?.byteLength ?? 0)]])]
        const sent = open({ host: '127.0.0.1', port, method, path: url, headers: raw.flat() as never, agent, insecureHTTPParser: false }, (reply) => {
          const parts: Buffer[] = []
          reply.on('data', (part: Buffer) => parts.push(part))
          reply.on('error', () => none('cut'))
          reply.on('end', () => {
            clearTimeout(timer)
            resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: unpacked(Buffer.concat(parts), reply.headers['content-encoding']), ms: performance.now() - began, failed: undefined })
          })
        })
        const timer = setTimeout(() => {
          none('hung')
          sent.destroy()
        }, limitMs)
        sent.on('error', (error: NodeJS.ErrnoException) => {
          clearTimeout(timer)
          if (error.code === 'ECONNRESET' || error.code === 'EPIPE') none('cut')
          else reject(error)
        })
        sent.end(body)
      }),
  }
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.byteLength === 0 || encoding === undefined) return bytes
  return encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
}
