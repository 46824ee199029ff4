import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { accountsRoutes } from '#modules/accounts/contract/routes.ts'
import { isFileReply, type InputOf, type ReceivedOf, type Route } from '#platform/contract/route.ts'
import { addressOf } from '#platform/web/client.ts'
import { Refused } from '#tests/setup/test-server.ts'
import { password } from './office.ts'

type Answer<R extends Route> = R['reply'] extends z.ZodType ? ReceivedOf<R> : Uint8Array

/** Somebody's session, used over HTTP for the bulk of what the screens have shown once. */
export interface Caller {
  /** Value of the Cookie header. */
  readonly cookie: string
  call<R extends Route>(route: R, input: InputOf<R>): Promise<Answer<R>>
}

/** Signs in over HTTP. */
export async function callerFor(address: string, username: string): Promise<Caller> {
  const response = await fetch(`${address}${accountsRoutes.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': randomUUID() },
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok) throw new Error(`${username} could not sign in: ${await response.text()}`)
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  return { cookie, call: (route, input) => callAs(address, cookie, route, input) }
}

async function callAs<R extends Route>(address: string, cookie: string, route: R, input: InputOf<R>): Promise<Answer<R>> {
  const parts = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const { body } = parts
  const headers: Record<string, string> = { cookie }
  if (route.method !== 'GET') headers['x-request-id'] = randomUUID()
  if (body !== undefined) headers['content-type'] = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
  const response = await fetch(`${address}${addressOf(route, parts)}`, {
    method: route.method,
    headers,
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  })
  if (!response.ok) {
    const { error } = (await response.json()) as { error: { code: string; data: Record<string, unknown> } }
    throw new Refused(response.status, error)
  }
  if (isFileReply(route.reply)) return new Uint8Array(await response.arrayBuffer()) as Answer<R>
  return route.reply.parse(await response.json()) as Answer<R>
}
