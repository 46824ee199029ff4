import type { Route } from '#platform/contract/route.ts'
import { isFileReply } from '#platform/contract/route.ts'
import { plausibleRequest, type KnownIds } from './plausible.ts'
import type { Caller, TestServer } from './test-server.ts'

/** Ids found in replies, by the name a parameter would have; those whose kind no key says are under `id`. */
export type LearntIds = ReadonlyMap<string, ReadonlySet<string>>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const idName = (key: string): string => (key === '' ? 'id' : key.endsWith('Id') ? key : key.endsWith('Ids') ? key.slice(0, -1) : `${key.replace(/ies$/, 'y').replace(/s$/, '')}Id`)

function learn(found: Map<string, Set<string>>, value: unknown, key: string): void {
  if (typeof value === 'string') {
    if (!uuid.test(value)) return
    const known = found.get(idName(key))
    if (known === undefined) found.set(idName(key), new Set([value]))
    else known.add(value)
  } else if (Array.isArray(value)) {
    for (const each of value) learn(found, each, key)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) learn(found, each, name === 'id' ? key : name)
  }
}

/** The kind of thing a list is of, from its address: `/api/evaluation/unit-campaigns` has unitCampaignId. */
function kindOf({ path }: Route): string {
  const word = path.split('/').filter((part) => !part.startsWith(':')).at(-1) ?? ''
  return word.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Slow to answer and without an id of anybody's: the law, and what is wrong with a rulebook. */
const nothingToLearn = /\/rulebooks(\/|$)|\/rulebook-editions\/:editionId\//

/** Reads every question of every contract as each of these people, with everything known so far, and answers all ids met. */
export async function crawl(server: TestServer, routes: readonly Route[], people: readonly Caller[], ids: KnownIds): Promise<LearntIds> {
  const found = new Map<string, Set<string>>(Object.entries(ids).flatMap(([name, id]) => (uuid.test(id) ? [[name, new Set([id])] as const] : [])))
  for (const route of routes) {
    if (route.method !== 'GET' || isFileReply(route.reply) || nothingToLearn.test(route.path)) continue
    for (const { actor } of people) {
      const { method, url } = plausibleRequest(route, ids)
      const answer = await server.app.inject({ method, url, headers: { 'x-test-account': actor.accountId } })
      if (answer.statusCode !== 200) continue
      const reply = answer.json<Record<string, unknown>>()
      for (const [key, value] of Object.entries(reply)) learn(found, value, key === 'items' || key === 'id' ? kindOf(route) : key)
    }
  }
  return found
}
