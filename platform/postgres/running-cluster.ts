import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { notedHome } from './cluster-home.ts'
import { databaseName, ownerName } from './initialise.ts'
import { runningPostmaster } from './postmaster.ts'
import type { ClusterConnection } from './start-cluster.ts'

/** How to reach the PostgreSQL of a data folder when the program is running on it; undefined when it is not. */
export function runningCluster(dataDir: string): ClusterConnection | undefined {
  const passwordFile = path.join(dataDir, 'postgres-password')
  const running = runningPostmaster(path.join(notedHome(dataDir), 'postgres'))
  if (running?.ready !== true || !existsSync(passwordFile)) return undefined
  const host = process.platform === 'win32' ? '127.0.0.1' : running.socketFolder
  return { host, port: running.port, user: ownerName, password: readFileSync(passwordFile, 'utf8').trim(), database: databaseName }
}
