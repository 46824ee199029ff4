import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { testCluster, withMaintenance } from './test-cluster.ts'

const root = path.join(import.meta.dirname, '../..')
// Everything a migrated database is made from; a change of any of it asks for a new template.
const sources = ['database/migrations', 'database/reference-data', 'database/tables.ts', 'platform/db/migrate.ts']
const buildLock = 7_335_001

/** The name of the migrated, empty template database, made now if this schema has none yet. */
export async function templateDatabase(): Promise<string> {
  const name = `template_${schemaHash()}`
  const cluster = await testCluster()
  await withMaintenance(async (client) => {
    await client.query('select pg_advisory_lock($1)', [buildLock])
    if (await isFinished(client, name)) return
    const draft = name.replace('template_', 'draft_')
    await client.query(`drop database if exists "${draft}" with (force)`)
    await client.query(`create database "${draft}"`)
    try {
      await migrate({ url: connectionUrl(cluster, draft) })
    } catch (error) {
      await client.query(`drop database "${draft}" with (force)`)
      throw error
    }
    await client.query(`alter database "${draft}" with is_template true allow_connections false`)
    await client.query(`alter database "${draft}" rename to "${name}"`)
  })
  return name
}

async function isFinished(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name])
  return found.rowCount === 1
}

function schemaHash(): string {
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
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
