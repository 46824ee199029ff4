import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { createDatabase } from '#platform/db/database.ts'
import { applicationRole, migrate } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { testCluster, withMaintenance } from './test-cluster.ts'

const root = path.join(import.meta.dirname, '../..')
// Everything a migrated database is made from; a change of any of it asks for a new template.
const schema = ['database/migrations', 'database/reference-data', 'database/tables.ts', 'platform/db/migrate.ts']
// And what the sample is made by, screens and tests apart.
const sample = ['apps/server/sample.ts', 'kernel', 'platform', 'modules']
const buildLock = 7_335_001
const made = new Map<string, Promise<string>>()

/** The name of the migrated, empty template database, made now if this schema has none yet. */
export function templateDatabase(): Promise<string> {
  const name = `template_${hashOf(schema)}`
  return once(name, async (draft) => {
    await createFrom('template0', draft)
    await migrate({ url: connectionUrl(await testCluster(), draft) })
  })
}

/** The name of the template that also holds the sample commune, loaded early on the morning of the day of `now`. */
export async function sampleTemplate(now: Date): Promise<string> {
  const empty = await templateDatabase()
  const day = vietnameseDay(now)
  return once(`template_${day.replaceAll('-', '')}_${hashOf([...schema, ...sample])}`, async (draft) => {
    await createFrom(empty, draft)
    // Read only here: it brings every module with it.
    const { loadSample } = await import('#apps/server/sample.ts')
    const pool = createPool({ url: connectionUrl(await testCluster(), draft) }, { role: applicationRole, max: 2 })
    try {
      await loadSample(createDatabase(pool), new Date(`${day}T00:30:00Z`))
    } finally {
      await pool.end()
    }
  })
}

function once(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const started = made.get(name) ?? make(name, fill)
  made.set(name, started)
  return started
}

async function make(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  await withMaintenance(async (client) => {
    await client.query('select pg_advisory_lock($1)', [buildLock])
    if (await isFinished(client, name)) return
    const draft = name.replace('template_', 'draft_')
    await client.query(`drop database if exists "${draft}" with (force)`)
    try {
      await fill(draft)
    } catch (error) {
      await client.query(`drop database if exists "${draft}" with (force)`)
      throw error
    }
    await client.query(`alter database "${draft}" with is_template true allow_connections false`)
    await client.query(`alter database "${draft}" rename to "${name}"`)
  })
  return name
}

async function createFrom(template: string, name: string): Promise<void> {
  await withMaintenance((client) => client.query(`create database "${name}" template "${template}" strategy file_copy`))
}

async function isFinished(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  return found.rowCount === 1
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesOf(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.tsx$|\.css$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
