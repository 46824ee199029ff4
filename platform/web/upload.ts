import type { BodyOf, InputOf, ReceivedOf, Route } from '#platform/contract/route.ts'
import { isFileReply } from '#platform/contract/route.ts'
import { accountHeaders, addressOf, errorOf, UnreachableError } from './client.ts'

interface UploadOptions {
  readonly requestId: string
  /** Share of the file sent so far, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal?: AbortSignal
}

/** A route whose body is one file and whose reply is JSON. */
type UploadRoute<R extends Route> = BodyOf<R> extends Uint8Array ? R : never

/** Sends a file and tells how much of it is on its way, which `fetch` cannot. Errors as in `call`. */
export function upload<R extends Route>(route: UploadRoute<R>, input: InputOf<R>, options: UploadOptions): Promise<ReceivedOf<R>> {
  const { reply } = route as Route
  if (isFileReply(reply)) throw new TypeError(`${route.path} answers with a file`)
  const parts = input as { body: Blob }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(route.method, addressOf(route, parts))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-request-id', options.requestId)
    for (const [name, value] of Object.entries(accountHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => options.onProgress(event.total === 0 ? 0 : event.loaded / event.total)
    request.onerror = () => reject(new UnreachableError(new Error('upload failed')))
    request.onabort = () => reject(new DOMException('upload stopped', 'AbortError'))
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) return reject(errorOf(request.status, request.responseText))
      try {
        resolve(reply.parse(JSON.parse(request.responseText)) as ReceivedOf<R>)
      } catch (cause) {
        reject(cause instanceof Error ? cause : new Error(String(cause)))
      }
    }
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(parts.body)
  })
}
