import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { compose, type Program } from '#apps/server/compose.ts'
import { disposals } from '#apps/server/disposals.ts'
import { loadSample } from '#apps/server/sample.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { lookOnce } from '#modules/personal-data/server/index.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'

const now = new Date('2026-11-23T02:00:00Z')

/** Every statement the program sends to an empty, migrated database while it loads the sample and each account looks around. */
export async function seenStatements(url: string): Promise<ReadonlySet<string>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-test-'))
  const program = await compose({ database: { url }, dataDir, secret: 'a'.repeat(43), clock: () => now, log: false, webDir: null, connections: 2 })
  const seen = watch(program.pool)
  try {
    for (const { username, password } of await loadSample(program.db, now)) await visit(program.app, username, password)
    await lookForExpired(program)
    return seen
  } finally {
    await program.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Looks in every record class for what is past its period, also where the sample sets none. */
async function lookForExpired({ db, services }: Program): Promise<void> {
  await lookOnce(services, disposals)
  const tenant = await db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const [tenantId, before] = [asId<'tenant'>(tenant.id), calendarDate('2020-01-01')]
  for (const one of disposals) await inTenant(db, tenantId, 'read', (tx) => one.find(readerOf(tx), tenantId, before, before))
}

function watch(pool: pg.Pool): ReadonlySet<string> {
  const seen = new Set<string>()
  const watched = new WeakSet<object>()
  pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const run = client.query.bind(client) as (...parts: unknown[]) => unknown
    const watching = (first: unknown, ...rest: unknown[]): unknown => {
      seen.add(typeof first === 'string' ? first : String((first as { text?: unknown }).text))
      return run(first, ...rest)
    }
    client.query = watching as typeof client.query
  })
  return seen
}

/** Looks at everything somebody can look at, so that every reading statement is sent. */
async function visit(app: Program['app'], username: string, password: string): Promise<void> {
  const signedIn = await app.inject({ method: 'POST', url: '/api/accounts/sign-in', headers: { 'content-type': 'application/json', 'x-request-id': crypto.randomUUID() }, payload: JSON.stringify({ username, password }) })
  const cookie = [signedIn.headers['set-cookie'] ?? ''].flat()[0]?.split(';')[0] ?? ''
  const look = (url: string) => app.inject({ method: 'GET', url, headers: { cookie } })
  const get = async <Reply>(url: string): Promise<Reply> => (await look(url)).json<Reply>()
  const { actor } = await get<{ actor?: { personId: string | null } }>('/api/accounts/session')
  for (const url of ['accounts/logins', 'organisation/people?text=dao', 'organisation/search?text=dao%20manh', 'evaluation/my-work', 'evaluation/catalogue', 'evaluation/products?search=van', 'evaluation/tasks', 'evaluation/tasks?who=mine', 'evaluation/petitions', 'evaluation/assignable-people', 'personal-data/register', 'personal-data/proposals']) {
    await get(`/api/${url}`)
  }
  const tree = await get<{ units?: { id: string }[] }>('/api/organisation/units')
  if (tree.units?.[0] !== undefined) await get(`/api/organisation/units/${tree.units[0].id}`)
  const person = actor?.personId ?? ''
  await get(`/api/organisation/people/${person}`)
  await get(`/api/evaluation/people/${person}/history`)
  const { items = [] } = await get<{ items?: { id: string }[] }>('/api/evaluation/campaigns')
  for (const { id } of items) {
    for (const part of ['', '/participants', '/participants?only=late', '/results', '/results?sort=total', '/quotas', '/unit-levels', '/documents', '/analysis', '/sheet-file', `/sheets/${person}`, `/results/${person}`]) {
      await look(`/api/evaluation/campaigns/${id}${part}`)
    }
  }
}
