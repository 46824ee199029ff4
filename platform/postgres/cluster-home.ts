import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ClusterError } from './cluster-error.ts'
import type { ServerUser } from './server-user.ts'

const systemFolder = '/var/lib/thuocdo'
const locationName = 'postgres-location'
const socketLimit = 103

/** Where the cluster lies: `home` holds the folder `postgres`; `moved` when that is not the data folder itself. */
export interface ClusterHome {
  readonly home: string
  readonly moved: boolean
}

/**
 * The folder the cluster lives in: the data folder, or one under /var/lib when the server's user cannot reach the
 * data folder (a clone under a private home started by root). The choice is written in the data folder.
 */
export function clusterHome(dataDir: string, user: ServerUser | undefined): ClusterHome {
  const note = path.join(dataDir, locationName)
  if (fs.existsSync(note)) return { home: fs.readFileSync(note, 'utf8').trim(), moved: true }
  if (user === undefined || reachable(dataDir, user)) return { home: dataDir, moved: false }
  if (fs.existsSync(path.join(dataDir, 'postgres'))) throw new ClusterError('other-owner', dataDir)
  const home = freeFolder(createHash('sha256').update(fs.realpathSync(dataDir)).digest('hex').slice(0, 12))
  fs.mkdirSync(home, { recursive: true, mode: 0o755 })
  fs.chmodSync(systemFolder, 0o755)
  fs.writeFileSync(note, `${home}\n`)
  return { home, moved: true }
}

/** Where the note lies that names a home outside the data folder; the cluster's user is found through it. */
export function notedHome(dataDir: string): string {
  const note = path.join(dataDir, locationName)
  return fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : dataDir
}

/** A private folder for the Unix socket, whose whole path the system limits to about a hundred bytes. */
export function socketFolder(home: string, user: ServerUser | undefined): string {
  const wanted = path.join(home, 'run')
  const folder = Buffer.byteLength(`${wanted}/.s.PGSQL.5432.lock`) <= socketLimit ? wanted : temporarySocketFolder()
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== undefined) fs.chownSync(folder, user.uid, user.gid)
  fs.chmodSync(folder, 0o700)
  return folder
}

/** Removes a socket folder that was made only because the real path was too long. */
export function forgetSocketFolder(folder: string, home: string): void {
  if (folder !== path.join(home, 'run')) fs.rmSync(folder, { recursive: true, force: true })
}

function temporarySocketFolder(): string {
  return fs.mkdtempSync(path.join(fs.existsSync('/tmp') ? '/tmp' : os.tmpdir(), 'thuocdo-'))
}

function reachable(folder: string, user: ServerUser): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', uid: user.uid, gid: user.gid, stdio: 'ignore' })
  return test.status === 0
}

/** A cluster of a data folder that was deleted since must not come back under a new one. */
function freeFolder(mark: string): string {
  const wanted = path.join(systemFolder, mark)
  return fs.existsSync(wanted) ? `${wanted}-${randomBytes(4).toString('hex')}` : wanted
}
