import { v7 as newRequestId } from 'uuid'
import { errorReply, type Problem } from '#platform/contract/error.ts'
import { isFileBody, isFileReply, type InputOf, type ReceivedOf, type Route } from '#platform/contract/route.ts'

/** The server's answer was no: `code` has words in the module's messages, `data` the facts for them. */
export class RefusedError extends Error {
  readonly status: number
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]

  constructor(status: number, code: string, data: Readonly<Record<string, unknown>>, problems: readonly Problem[]) {
    super(code)
    this.name = 'RefusedError'
    this.status = status
    this.code = code
    this.data = data
    this.problems = problems
  }
}

/** The server could not be reached: the link is down, not the answer no. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'UnreachableError'
  }
}

interface Parts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** The address of a route with its parameters and query filled in. */
export function addressOf(route: Route, parts: Parts): string {
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(parts.params?.[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** What a call may carry besides its input. */
export interface CallOptions {
  readonly signal?: AbortSignal
  /** Sent again with the same id, a command is done once. Made anew when absent. */
  readonly requestId?: string
}

/**
 * Calls a route and believes its answer only after parsing it with the contract.
 * Throws RefusedError when the server refuses and UnreachableError when there is no server.
 */
export async function call<R extends Route>(route: R, input: InputOf<R>, options: CallOptions = {}): Promise<ReceivedOf<R>> {
  const parts = input as Parts
  const headers: Record<string, string> = { accept: 'application/json' }
  let body: BodyInit | undefined
  if (route.method !== 'GET') headers['x-request-id'] = options.requestId ?? newRequestId()
  if (isFileBody(route.body)) {
    headers['content-type'] = 'application/octet-stream'
    body = parts.body as BodyInit
  } else if (route.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(parts.body)
  }
  let response: Response
  try {
    response = await fetch(addressOf(route, parts), {
      method: route.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new UnreachableError(cause)
  }
  if (!response.ok) throw errorOf(response.status, await response.text())
  if (isFileReply(route.reply)) return (await response.blob()) as ReceivedOf<R>
  return route.reply.parse(await response.json()) as ReceivedOf<R>
}

/** The error an unsuccessful answer stands for; a gateway that finds no server behind it counts as unreachable. */
export function errorOf(status: number, text: string): Error {
  try {
    const { error } = errorReply.parse(JSON.parse(text))
    return new RefusedError(status, error.code, error.data, error.problems ?? [])
  } catch {
    if (status >= 502 && status <= 504) return new UnreachableError(new Error(`status ${status}`))
    return new RefusedError(status, 'platform.unexpected', { status }, [])
  }
}
