import { AsyncResource } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { after, afterEach } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { applicationRole } from '#platform/db/migrate.ts'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { sampleTemplate, templateDatabase } from './template.ts'
import { testCluster, withMaintenance } from './test-cluster.ts'

/** A migrated database of this test file's own. */
export interface TestDatabase {
  readonly name: string
  /** Under the application role: row-level security holds. */
  readonly url: string
  /** As the owner: for migrations and for looking at everything. */
  readonly ownerUrl: string
  /** Drops it now; otherwise that happens after the file. */
  close(): Promise<void>
}

const closingTime = 2_000

const open = new Set<string>()
let watched = false
let failed = false

/**
 * A clone of the template database for one test file: `const db = await testDatabase(import.meta)` at its top. After
 * the file it is dropped, or kept with its address printed when a test failed; a connection left open or a
 * transaction left unfinished fails the file.
 */
export async function testDatabase(meta: Pick<ImportMeta, 'filename'>, template = templateDatabase()): Promise<TestDatabase> {
  watchFile()
  const slug = path.basename(meta.filename).replace(/\.test\.tsx?$/, '').replaceAll(/[^a-z0-9]+/g, '_').slice(0, 30)
  return clone(`test_${slug}_${process.pid}_${randomBytes(3).toString('hex')}`, await template)
}

/** The same with the sample commune in it, as loaded on the morning of that day. */
export function sampleDatabase(meta: Pick<ImportMeta, 'filename'>, now: Date): Promise<TestDatabase> {
  return testDatabase(meta, sampleTemplate(now))
}

/** One more empty world within a file, about 50 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  watchFile()
  return clone(`test_fresh_${process.pid}_${randomBytes(3).toString('hex')}`, await templateDatabase())
}

async function clone(name: string, template: string): Promise<TestDatabase> {
  const cluster = await testCluster()
  await withMaintenance((client) => client.query(`create database "${name}" template "${template}" strategy file_copy`))
  open.add(name)
  return {
    name,
    url: connectionUrl(cluster, name, applicationRole),
    ownerUrl: connectionUrl(cluster, name),
    close: async () => {
      if (!open.delete(name)) return
      await withMaintenance((client) => client.query(`drop database "${name}" with (force)`))
    },
  }
}

function watchFile(): void {
  if (watched) return
  watched = true
  afterEach((context) => {
    if ('passed' in context && context.passed === false) failed = true
  })
  // Hooks run in the order of registration; this one must see what the file's own hooks closed.
  const registerLast = AsyncResource.bind(() => after(closeFile))
  after(() => registerLast())
}

async function closeFile(): Promise<void> {
  const names = [...open]
  open.clear()
  watched = false
  const left = await connectionsLeft(names)
  const keepIt = failed
  failed = false
  if (keepIt) await keep(names)
  else await withMaintenance(async (client) => {
    for (const name of names) await client.query(`drop database "${name}" with (force)`)
  })
  if (left.length > 0) throw new Error(`connections left open after the file:\n${left.join('\n')}`)
}

/** What is still connected once closing pools had time to do so. */
async function connectionsLeft(names: string[]): Promise<string[]> {
  return withMaintenance(async (client) => {
    for (const start = Date.now(); ; await sleep(20)) {
      const found = await client.query<{ line: string; transaction: boolean }>(
        `select format('%s %s: %s', datname, state, left(query, 200)) as line, state like 'idle in transaction%' as transaction
           from pg_stat_activity where datname = any($1) and backend_type = 'client backend'`,
        [names],
      )
      if (found.rows.length === 0 || Date.now() - start > closingTime) return found.rows.map((row) => row.line)
    }
  })
}

async function keep(names: string[]): Promise<void> {
  const cluster = await testCluster()
  await withMaintenance(async (client) => {
    for (const name of names) await client.query(`comment on database "${name}" is 'kept ${new Date().toISOString()}'`)
  })
  for (const name of names) {
    process.stderr.write(`database kept after the failure: ${connectionUrl(cluster, name)} (node bin/run.mjs tools/hold-test-cluster.ts)\n`)
  }
}
