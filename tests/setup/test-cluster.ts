import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { findBinaries } from '#platform/postgres/binaries.ts'
import { notedHome } from '#platform/postgres/cluster-home.ts'
import { ClusterError } from '#platform/postgres/cluster-error.ts'
import { databaseName, ownerName } from '#platform/postgres/initialise.ts'
import { runningPostmaster } from '#platform/postgres/postmaster.ts'
import { serverUser } from '#platform/postgres/server-user.ts'
import { startCluster, type ClusterConnection } from '#platform/postgres/start-cluster.ts'
import { withLock } from '../../bin/lock.mjs'

const root = path.join(import.meta.dirname, '../..')
const dataDir = path.join(root, 'node_modules', '.cache', 'thuocdo-pg18')
const lifeline = path.join(dataDir, 'lifeline')
const windows = process.platform === 'win32'
const keptFor = '2 days'

let joined: Promise<ClusterConnection> | undefined

/**
 * The test cluster, started by whichever test process comes first and shared by all of them. It ends by itself when
 * the last of these processes has ended, killed ones included: each holds the same named pipe open.
 */
export function testCluster(): Promise<ClusterConnection> {
  return (joined ??= join())
}

/** A client of the cluster's own database, for making and dropping others. */
export async function withMaintenance<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: connectionUrl(await testCluster(), 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function join(): Promise<ClusterConnection> {
  fs.mkdirSync(dataDir, { recursive: true })
  return withLock(path.join(dataDir, 'join.lock'), () => undefined, async () => {
    for (let attempt = 0; ; attempt++) {
      const connection = runningConnection() ?? (await startFresh())
      try {
        await holdLifeline()
        await select1(connection)
        return connection
      } catch (error) {
        // The previous users ended at this very moment and the server is stopping.
        if (attempt >= 20) throw error
        await sleep(200)
      }
    }
  })
}

function runningConnection(): ClusterConnection | undefined {
  const running = runningPostmaster(path.join(notedHome(dataDir), 'postgres'))
  const passwordFile = path.join(dataDir, 'postgres-password')
  if (running?.ready !== true || !fs.existsSync(passwordFile)) return undefined
  const password = fs.readFileSync(passwordFile, 'utf8').trim()
  const host = windows ? '127.0.0.1' : running.socketFolder
  return { host, port: running.port, user: ownerName, password, database: databaseName }
}

async function startFresh(): Promise<ClusterConnection> {
  removeOtherMajor()
  if (!windows && !fs.existsSync(lifeline)) execFileSync('mkfifo', ['-m', '600', lifeline])
  const options = { dataDir, purpose: 'test', ...(windows ? {} : { lifeline }) } as const
  const cluster = await startCluster(options).catch((error: unknown) => {
    if (!(error instanceof ClusterError) || error.problem !== 'failed') throw error
    // It writes without waiting for the disk: after a power cut nothing of it can be used, and nothing is lost.
    fs.rmSync(path.join(notedHome(dataDir), 'postgres'), { recursive: true, force: true })
    return startCluster(options)
  })
  await holdLifeline()
  await dropLeftovers(cluster.connection)
  return cluster.connection
}

/** The cache may hold a cluster of the PostgreSQL before an upgrade. */
function removeOtherMajor(): void {
  const folder = path.join(notedHome(dataDir), 'postgres')
  const version = path.join(folder, 'PG_VERSION')
  if (!fs.existsSync(version)) return
  const { major } = findBinaries(serverUser(folder))
  if (fs.readFileSync(version, 'utf8').trim() !== String(major)) fs.rmSync(folder, { recursive: true, force: true })
}

let held: number | undefined

async function holdLifeline(): Promise<void> {
  if (windows || held !== undefined) return
  for (let attempt = 0; ; attempt++) {
    try {
      held = fs.openSync(lifeline, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK)
      return
    } catch (error) {
      // ENXIO: the server's companion has not opened its end yet.
      if (attempt >= 200) throw error
      await sleep(10)
    }
  }
}

async function select1(connection: ClusterConnection): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(connection, 'postgres') })
  await client.connect()
  try {
    await client.query('select 1')
  } finally {
    await client.end()
  }
}

/** Clones of killed runs and old templates; those kept after a failure stay for two days. */
async function dropLeftovers(connection: ClusterConnection): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(connection, 'postgres') })
  await client.connect()
  try {
    const found = await client.query<{ name: string }>(
      `select datname as name from pg_database d
        where datname ~ '^(test|template|draft)_' and coalesce(
          substring(shobj_description(d.oid, 'pg_database') from '^kept (.*)$')::timestamptz < current_timestamp - $1::interval, true)`,
      [keptFor],
    )
    for (const { name } of found.rows) {
      await client.query(`alter database "${name}" is_template false`)
      await client.query(`drop database "${name}" with (force)`)
    }
  } finally {
    await client.end()
  }
}
