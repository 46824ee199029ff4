import { v7 as newRequestId } from 'uuid'
import { errorReply, type Problem } from '#platform/contract/error.ts'
import { isFileBody, isFileReply, type InputOf, type ReceivedOf, type Route } from '#platform/contract/route.ts'
import { ask } from './asked.ts'
import { noteAnswer, noteSilence } from './offline/link.ts'

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

let account: string | undefined

/** From now on every call says as whom this page acts: the server refuses it under another session, as `platform.not-signed-in`. */
export function actAs(accountId: string): void {
  account = accountId
}

/** Headers of every request: as whom this page acts. */
export function accountHeaders(): Record<string, string> {
  return account === undefined ? {} : { 'x-account': account }
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
 * Calls a route and believes its answer only after parsing it with the contract. What the server wants first (a fresh
 * proof of who one is, the reason for asking a second person) is asked above the page, then the request is repeated.
 * Throws RefusedError when the server refuses and UnreachableError when there is no server.
 */
export async function call<R extends Route>(route: R, input: InputOf<R>, options: CallOptions = {}): Promise<ReceivedOf<R>> {
  const answer = await answering((more) => sent(route, input as Parts, options, more))
  if (isFileReply(route.reply)) return answer as ReceivedOf<R>
  return route.reply.parse(JSON.parse(await answer.text())) as ReceivedOf<R>
}

/** Sends until the server wants nothing more before it answers. */
async function answering<Answer>(send: (more: Record<string, string>) => Promise<Answer>, more: Record<string, string> = {}): Promise<Answer> {
  try {
    return await send(more)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    if (error.code === 'platform.prove-again') {
      if ((await ask({ kind: 'prove' })) === undefined) throw error
      return answering(send, more)
    }
    if (error.code === 'platform.second-person-needed' && error.data['stands'] === 'none') {
      const reason = await ask({ kind: 'second-person', act: String(error.data['act']) })
      if (reason === undefined || reason === '') throw error
      return answering(send, { ...more, 'x-approval-reason': encodeURIComponent(reason) })
    }
    throw error
  }
}

/** Sends a request again exactly as it was approved: its method, address and body. */
export async function callAgain(request: { readonly method: string; readonly address: string; readonly body: unknown }, requestId: string): Promise<Blob> {
  const headers: Record<string, string> = { accept: 'application/json', ...accountHeaders() }
  if (request.method !== 'GET') headers['x-request-id'] = requestId
  if (request.body !== null) headers['content-type'] = 'application/json'
  const init: RequestInit = { method: request.method, headers, ...(request.body === null ? {} : { body: JSON.stringify(request.body) }) }
  const send = async (more: Record<string, string>): Promise<Blob> => {
    const answer = await answerOf(request.address, { ...init, headers: { ...headers, ...more } }, true)
    if (!answer.ok) throw errorOf(answer.status, await answer.body.text())
    return answer.body as Blob
  }
  return answering(send)
}

async function sent(route: Route, parts: Parts, options: CallOptions, more: Record<string, string>): Promise<Pick<Blob, 'text'>> {
  const headers: Record<string, string> = { accept: 'application/json', ...accountHeaders(), ...more }
  let body: BodyInit | undefined
  if (route.method !== 'GET') headers['x-request-id'] = options.requestId ?? newRequestId()
  if (isFileBody(route.body)) {
    headers['content-type'] = 'application/octet-stream'
    body = parts.body as BodyInit
  } else if (route.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(parts.body)
  }
  const answer = await answerOf(addressOf(route, parts), { method: route.method, headers, ...(body === undefined ? {} : { body }) }, isFileReply(route.reply), options.signal)
  if (!answer.ok) throw errorOf(answer.status, await answer.body.text())
  return answer.body
}

/** One request until the last byte of its answer: a link cut in the middle of an answer is a link cut. */
async function answerOf(address: string, init: RequestInit, binary: boolean, signal?: AbortSignal): Promise<{ ok: boolean; status: number; body: Pick<Blob, 'text'> }> {
  try {
    const response = await fetch(address, { ...init, credentials: 'same-origin', ...(signal ? { signal } : {}) })
    const { ok, status } = response
    const text = binary && ok ? undefined : await response.text()
    const body = text === undefined ? await response.blob() : { text: () => Promise.resolve(text) }
    if (isGatewayFailure(status)) noteSilence()
    else noteAnswer()
    return { ok, status, body }
  } catch (cause) {
    // Given up by the screen; a request that only took too long counts as unanswered.
    if (signal?.aborted && !(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')) throw cause
    noteSilence()
    throw new UnreachableError(cause)
  }
}

function isGatewayFailure(status: number): boolean {
  return status >= 502 && status <= 504
}

/** The error an unsuccessful answer stands for; a gateway that finds no server behind it counts as unreachable. */
export function errorOf(status: number, text: string): Error {
  try {
    const { error } = errorReply.parse(JSON.parse(text))
    return new RefusedError(status, error.code, error.data, error.problems ?? [])
  } catch {
    if (isGatewayFailure(status)) return new UnreachableError(new Error(`status ${status}`))
    return new RefusedError(status, 'platform.unexpected', { status }, [])
  }
}
