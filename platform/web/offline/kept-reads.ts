import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { isFileReply, type InputOf, type ReceivedOf, type Route } from '#platform/contract/route.ts'
import { addressOf, call, RefusedError, UnreachableError } from '../client.ts'
import { deviceNow } from './device.ts'
import type { Vault } from './vault.ts'

/** How long the server may take before what was read last time is shown. */
const patienceMs = 400

const keptShape = z.object({ at: z.number(), value: z.unknown() })

interface KeptRead<R extends Route> {
  readonly value: ReceivedOf<R>
  readonly at: number
}

/**
 * Reads for a query. When the server is slow or silent, what `kept` finds is put into the query meanwhile, with the
 * time it was read, and the answer replaces it. Errors are those of `read`.
 */
export async function readShowingKept<T>(client: QueryClient, key: readonly unknown[], signal: AbortSignal, read: () => Promise<T>, kept: () => Promise<{ readonly value: unknown; readonly at: number } | undefined>): Promise<T> {
  const show = async () => {
    if (client.getQueryData(key) !== undefined) return
    const found = await kept()
    if (found !== undefined && client.getQueryData(key) === undefined && !signal.aborted) client.setQueryData(key, found.value, { updatedAt: found.at })
  }
  const timer = setTimeout(() => void show(), patienceMs)
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreachableError) await show()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads a GET route for a query, keeps the answer on the device, encrypted, and shows it from there another time.
 * `wrap` gives it the form the query has. Errors as in `call`.
 */
export function readKept<R extends Route>(
  client: QueryClient,
  key: readonly unknown[],
  route: R,
  input: InputOf<R>,
  signal: AbortSignal,
  wrap: (value: ReceivedOf<R>) => unknown = (value) => value,
): Promise<ReceivedOf<R>> {
  const opening = deviceNow()
  if (opening === undefined) return call(route, input, { signal })
  const vault = opening.then((device) => device.vault)
  const kept = async () => {
    const found = await keptAnswer(await vault, route, input)
    return found === undefined ? undefined : { value: wrap(found.value), at: found.at }
  }
  const read = async () => {
    try {
      const value = await call(route, input, { signal })
      void vault.then((open) => keepAnswer(open, route, input, value))
      return value
    } catch (error) {
      if (error instanceof RefusedError && error.code === 'platform.not-found') void vault.then((open) => open.remove('read', nameOf(route, input)))
      throw error
    }
  }
  return readShowingKept(client, key, signal, read, kept)
}

/** Reads a route only to have it on the device: before the link is gone. Nothing happens when it was read within `freshMs`. */
export async function keepAhead<R extends Route>(vault: Vault, route: R, input: InputOf<R>, freshMs: number): Promise<ReceivedOf<R>> {
  const kept = await keptAnswer(vault, route, input)
  if (kept !== undefined && kept.at > Date.now() - freshMs) return kept.value
  const value = await call(route, input)
  await keepAnswer(vault, route, input, value)
  return value
}

/** What was read last time, or undefined when nothing is kept or it no longer has the contract's shape. */
export async function keptAnswer<R extends Route>(vault: Vault, route: R, input: InputOf<R>): Promise<KeptRead<R> | undefined> {
  if (isFileReply(route.reply)) return undefined
  const kept = keptShape.safeParse(await vault.get('read', nameOf(route, input)).catch(() => undefined))
  if (!kept.success) return undefined
  const value = route.reply.safeParse(kept.data.value)
  return value.success ? { value: value.data as ReceivedOf<R>, at: kept.data.at } : undefined
}

/** Changes what was read last time, after a command that the answer does not know of yet. */
export async function changeKept<R extends Route>(route: R, input: InputOf<R>, change: (value: ReceivedOf<R>) => ReceivedOf<R>): Promise<void> {
  const vault = (await deviceNow())?.vault
  const kept = vault === undefined ? undefined : await keptAnswer(vault, route, input)
  if (vault !== undefined && kept !== undefined) await keepAnswer(vault, route, input, change(kept.value))
}

/** Keeps an answer on the device. */
export async function keepAnswer<R extends Route>(vault: Vault, route: R, input: InputOf<R>, value: ReceivedOf<R>): Promise<void> {
  // A full disk only means that this is not there without a link.
  await vault.put('read', nameOf(route, input), { at: Date.now(), value }).catch(() => undefined)
}

function nameOf(route: Route, input: unknown): string {
  return `${route.method} ${addressOf(route, input as Record<string, never>)}`
}
