import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { RefusedError, UnreachableError } from '../client.ts'
import { keepAhead, keptAnswer, readShowingKept } from './kept-reads.ts'
import { openVault } from './open-vault.ts'

const routes = defineRoutes({
  list: { method: 'GET', path: '/api/test/list', summary: 'A list', permission: 'signed-in', query: z.object({ month: z.string().optional() }), reply: z.object({ items: z.array(z.string()) }), refusals: [] },
})
const key = ['list']
const kept = () => Promise.resolve({ value: 'kept', at: 1_000 })
const usual = globalThis.fetch
afterEach(() => {
  globalThis.fetch = usual
})

function desk() {
  const client = new QueryClient()
  return { client, shown: () => ({ value: client.getQueryData(key), at: client.getQueryState(key)?.dataUpdatedAt }) }
}

test('a server that answers at once is believed at once; what was kept is not shown', async () => {
  const { client, shown } = desk()
  assert.equal(await readShowingKept(client, key, new AbortController().signal, () => Promise.resolve('fresh'), kept), 'fresh')
  assert.equal(shown().value, undefined)
})

test('while a server is slow, what was read last time is shown with its own time, and the answer comes after it', async () => {
  const { client, shown } = desk()
  let answer: (value: string) => void = () => {}
  const reading = readShowingKept(client, key, new AbortController().signal, () => new Promise<string>((resolve) => (answer = resolve)), kept)
  await new Promise((resolve) => setTimeout(resolve, 500))
  assert.deepEqual(shown(), { value: 'kept', at: 1_000 })
  answer('fresh')
  assert.equal(await reading, 'fresh')
})

test('without a link what was read last time is shown, and that there is no link stays known', async () => {
  const { client, shown } = desk()
  await assert.rejects(readShowingKept(client, key, new AbortController().signal, () => Promise.reject(new UnreachableError(new Error('cable'))), kept), UnreachableError)
  assert.deepEqual(shown(), { value: 'kept', at: 1_000 })
})

test('a refusal is not covered up with what was read last time', async () => {
  const { client, shown } = desk()
  await assert.rejects(readShowingKept(client, key, new AbortController().signal, () => Promise.reject(new RefusedError(404, 'platform.not-found', {}, [])), kept), RefusedError)
  assert.equal(shown().value, undefined)
})

test('what is on the screen is never replaced by something older', async () => {
  const { client, shown } = desk()
  client.setQueryData(key, 'on the screen')
  await assert.rejects(readShowingKept(client, key, new AbortController().signal, () => Promise.reject(new UnreachableError(new Error('cable'))), kept))
  assert.equal(shown().value, 'on the screen')
})

test('reading ahead asks the server once an hour at most, each input by itself', async () => {
  const vault = await openVault('an', 'ahead')
  const asked: string[] = []
  globalThis.fetch = (address) => {
    asked.push(String(address))
    return Promise.resolve(new Response(JSON.stringify({ items: ['a'] })))
  }
  const october = { query: { month: '2026-10-01' } }
  assert.deepEqual(await keepAhead(vault, routes.list, october, 3_600_000), { items: ['a'] })
  assert.deepEqual(await keepAhead(vault, routes.list, october, 3_600_000), { items: ['a'] })
  await keepAhead(vault, routes.list, { query: {} }, 3_600_000)
  await keepAhead(vault, routes.list, october, -1)
  assert.deepEqual(asked, ['/api/test/list?month=2026-10-01', '/api/test/list', '/api/test/list?month=2026-10-01'])
  assert.deepEqual((await keptAnswer(vault, routes.list, october))?.value, { items: ['a'] })
})

test('what an older version of the program kept in another shape is not shown', async () => {
  const vault = await openVault('an', 'older')
  await vault.put('read', 'GET /api/test/list', { at: Date.now(), value: { rows: ['a'] } })
  assert.equal(await keptAnswer(vault, routes.list, { query: {} }), undefined)
})
