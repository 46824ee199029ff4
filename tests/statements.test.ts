import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { compose } from '#apps/server/compose.ts'
import { loadSample } from '#apps/server/sample.ts'
import { tables } from '#database/tables.ts'
import { testDatabase } from './setup/test-database.ts'

const root = path.join(import.meta.dirname, '..')
const tenantTables = new Set(Object.entries(tables).flatMap(([table, kind]) => (kind === 'tenant' ? [table] : [])))

/** What a distributed engine would refuse or send to every machine in this statement. */
function faultsOf(text: string): string[] {
  const faults: string[] = []
  const relations = [...text.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)"?/gi)].flatMap(([, table]) => (table !== undefined && tenantTables.has(table) ? [table] : []))
  const named = text.match(/tenant_id/g)?.length ?? 0
  if (named < relations.length) faults.push(`names tenant_id ${named} times for ${relations.join(', ')}`)
  const changes = /^\s*update\b/i.test(text) || /\bdo update set\b/i.test(text) || /\bas \(\s*update\b/i.test(text)
  if (changes && /\b(now|clock_timestamp|random|gen_random_uuid|uuidv7)\s*\(|\bcurrent_timestamp\b/i.test(text)) faults.push('a volatile function in an update')
  if (/\bmerge\s+into\b/i.test(text)) faults.push('merge')
  if (/\bset_config\s*\(/i.test(text)) faults.push('set_config')
  if (/\binsert\s+into\s+[^(]+\([^)]*\)\s*values\s*\([^;]*\(\s*select\b/i.test(text)) faults.push('a sub-select inside insert … values')
  return faults
}

test('the check of statements sees what it is there for', () => {
  assert.equal(faultsOf('select * from evaluation_task where id = $1').length, 1)
  assert.equal(faultsOf('select * from evaluation_task t join evaluation_product p on p.id = t.product_id where t.tenant_id = $1').length, 1)
  assert.equal(faultsOf('update evaluation_task set judged_at = now() where tenant_id = $1').length, 1)
  assert.equal(faultsOf('insert into evaluation_task (tenant_id, id) values ($1, (select max(id) from x))').length, 1)
  assert.deepEqual(faultsOf('select * from evaluation_task where tenant_id = $1 and id = $2'), [])
})

test('every statement the program sends names its tenant for every relation and runs on a distributed engine', async () => {
  const database = await testDatabase(import.meta)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-test-'))
  const program = await compose({ database: { url: database.ownerUrl }, dataDir, secret: 'a'.repeat(43), log: false, webDir: null, connections: 2 })
  after(() => rm(dataDir, { recursive: true, force: true }))
  const seen = new Set<string>()
  const watched = new WeakSet<object>()
  program.pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const run = client.query.bind(client) as (...parts: unknown[]) => unknown
    const watching = (first: unknown, ...rest: unknown[]): unknown => {
      seen.add(typeof first === 'string' ? first : String((first as { text?: unknown }).text))
      return run(first, ...rest)
    }
    client.query = watching as typeof client.query
  })
  try {
    const accounts = await loadSample(program.services, new Date('2026-11-23T02:00:00Z'))
    for (const { username, password } of accounts) await visit(program.app, username, password)
  } finally {
    await program.close()
  }
  assert.ok(seen.size > 60, `only ${seen.size} statements were seen`)
  const faulty = [...seen].flatMap((text) => faultsOf(text).map((fault) => `${fault}\n    ${text.replace(/\s+/g, ' ').slice(0, 400)}`))
  assert.deepEqual(faulty, [])
})

type App = Awaited<ReturnType<typeof compose>>['app']

/** Looks at everything somebody can look at, so that every reading statement is sent. */
async function visit(app: App, username: string, password: string): Promise<void> {
  const signedIn = await app.inject({ method: 'POST', url: '/api/accounts/sign-in', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ username, password }) })
  const cookie = [signedIn.headers['set-cookie'] ?? ''].flat()[0]?.split(';')[0] ?? ''
  const get = async <Reply>(url: string): Promise<Reply> => (await app.inject({ method: 'GET', url, headers: { cookie } })).json<Reply>()
  const { actor } = await get<{ actor?: { personId: string | null } }>('/api/accounts/session')
  for (const url of ['accounts/logins', 'organisation/people?text=dao', 'organisation/search?text=dao%20manh', 'evaluation/my-work', 'evaluation/catalogue', 'evaluation/products?search=van', 'evaluation/tasks', 'evaluation/tasks?who=mine', 'evaluation/petitions', 'evaluation/assignable-people']) {
    await get(`/api/${url}`)
  }
  const tree = await get<{ units?: { id: string }[] }>('/api/organisation/units')
  if (tree.units?.[0] !== undefined) await get(`/api/organisation/units/${tree.units[0].id}`)
  const person = actor?.personId ?? ''
  await get(`/api/organisation/people/${person}`)
  await get(`/api/evaluation/people/${person}/history`)
  const { items = [] } = await get<{ items?: { id: string }[] }>('/api/evaluation/campaigns')
  for (const { id } of items) {
    for (const part of ['', '/participants', '/participants?only=late', '/results', '/results?sort=total', '/quotas', '/unit-levels', '/documents', `/sheets/${person}`, `/results/${person}`]) {
      await get(`/api/evaluation/campaigns/${id}${part}`)
    }
  }
}

// The query builder is held by types (tools/arch/table-ownership.ts). They see neither raw SQL nor a module that asks for
// the whole database: a narrower builder passes for it.
test('raw SQL of a module writes only its own tables, and no module asks for the whole database', () => {
  const strangers: string[] = []
  let writes = 0
  for (const file of globSync('modules/*/server/**/*.ts', { cwd: root }).filter((name) => !name.endsWith('.test.ts'))) {
    const module = file.split(path.sep)[1] ?? ''
    const text = readFileSync(path.join(root, file), 'utf8')
    if (/\b(Kysely|Transaction)<(Database|DB)>/.test(text)) strangers.push(`${file} asks for the whole database`)
    for (const [, table] of text.matchAll(/(?:insert into|delete from|\bupdate)\s+([a-z]+_[a-z_]+)/gi)) {
      if (table === undefined || !(table in tables)) continue
      writes += 1
      if (!table.startsWith(`${module}_`)) strangers.push(`${file} writes ${table}`)
    }
  }
  assert.ok(writes > 10, `only ${writes} writes were found`)
  assert.deepEqual(strangers, [])
})
