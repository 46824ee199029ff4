import { mkdirSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { MemoryLocker, Server } from '@tus/server'
import { isDiskFull } from '#platform/files/room.ts'
import { GrowingFile } from './growing-file.ts'

/** What is announced to come, and what is done once it is there. */
export interface Coming {
  readonly bytes: number
  readonly finished: () => Promise<void>
}

/** Files under way (đang gửi lên): each grows by parts in the order of its bytes, over days and restarts if need be. */
export interface Uploads {
  /** Makes the file; what has come already stays. */
  begin(id: string): Promise<void>
  /** Bytes that have come; undefined when there is no such upload. */
  received(id: string): Promise<number | undefined>
  /** Answers one request of the tus protocol (HEAD: how far; PATCH: the next part) of whoever was admitted to this upload. */
  answer(id: string, announced: Coming, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The file as far as it has come. */
  fileOf(id: string): string
  /** When its last bytes came; undefined before the first. */
  lastPart(id: string): Promise<Date | undefined>
  drop(id: string): Promise<void>
}

/** Opens the uploads in a folder. */
export function openUploads(folder: string): Uploads {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fileOf = (id: string): string => path.join(folder, id)
  const stateOf = (id: string) => stat(fileOf(id)).catch(() => undefined)
  const locker = new MemoryLocker()
  return {
    async begin(id) {
      await (await open(fileOf(id), 'a', 0o600)).close()
    },
    received: async (id) => (await stateOf(id))?.size,
    async answer(id, { bytes, finished }, request, response) {
      let failure: Error | undefined
      const server = new Server({
        path: '/',
        // Pieces as a line makes them are read by nobody else.
        datastore: new GrowingFile(fileOf(id), bytes, request instanceof IncomingMessage),
        locker,
        // Whoever goes on has lost the line of the part before, which may hang for minutes: it gives way at once, and what came of it is written.
        lockDrainTimeout: 1,
        allowedOrigins: () => false,
        getFileIdFromRequest: () => id,
        async onUploadFinish() {
          await finished()
          return {}
        },
        onResponseError(_request, error) {
          if (!(error instanceof Error) || 'status_code' in error) return undefined
          failure = error
          const [status, code] = isDiskFull(error) ? [503, 'platform.no-space'] : [500, 'platform.unexpected']
          return { status_code: status, body: JSON.stringify({ error: { code, data: {} } }) }
        },
      })
      const answer = await server.handleWeb(webRequestOf(request, response))
      const body = await answer.text()
      if (failure !== undefined) answer.headers.set('content-type', 'application/json')
      response.setHeaders(answer.headers).writeHead(answer.status).end(body)
      if (failure !== undefined) throw failure
    },
    fileOf,
    lastPart: async (id) => (await stateOf(id))?.mtime,
    drop: (id) => rm(fileOf(id), { force: true }),
  }
}

/**
 * The request as the library takes it. Made here, because `Server.handle` copies every piece of the line on its way into a web stream: 9 s of the processor
 * a GiB against 4. The line is named beside it, so that the library hears at once when it is lost.
 */
function webRequestOf(request: IncomingMessage, response: ServerResponse): Request {
  const pieces = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array, undefined>
  const pull = async (stream: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await pieces.next()
    if (done === true) stream.close()
    else stream.enqueue(value)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
  const body = request.method === 'HEAD' ? null : new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
  const init = { method: request.method ?? 'GET', headers, body, duplex: 'half' } as const
  return Object.assign(new Request('http://uploads/', init), { runtime: { name: 'node', node: { req: request, res: response } } })
}
