import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries, programOf, type Binaries } from './binaries.ts'
import { ClusterError, clusterErrorFrom, saysNoSpace } from './cluster-error.ts'
import { clusterHome, forgetSocketFolder, notedHome, socketFolder } from './cluster-home.ts'
import { clusterSettings, type Purpose } from './cluster-settings.ts'
import { databaseName, initialiseCluster, lastLines, ownerName, ownerPassword, serverEnvironment } from './initialise.ts'
import { readPostmaster, stopOrphan, stopPostmaster } from './postmaster.ts'
import { serverUser, type ServerUser } from './server-user.ts'

/** How to reach the cluster as its owner: `host` is the socket's folder, or 127.0.0.1 on Windows. */
export interface ClusterConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A running embedded PostgreSQL. */
export interface Cluster {
  readonly connection: ClusterConnection
  readonly pid: number
  /** Settles when the server ends, asked or not. */
  readonly exited: Promise<void>
  /** Fast shutdown: open transactions are rolled back and everything is written. May be called twice. */
  stop(): Promise<void>
}

/** What {@link startCluster} needs to know. */
export interface ClusterOptions {
  readonly dataDir: string
  readonly purpose: Purpose
  /** Told in a word what takes long or lies elsewhere than expected. */
  readonly onNotice?: (notice: 'creating' | 'recovering' | { readonly movedTo: string }) => void
  /** A named pipe: the server ends when nobody has it open for writing any more, instead of with this process. */
  readonly lifeline?: string
}

interface Start {
  readonly folder: string
  readonly home: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  readonly options: ClusterOptions
}

const windows = process.platform === 'win32'
const unixPort = 5432
const startLimit = 600_000
const logLimit = 5_000_000
const leastSpace = 1_000_000

/**
 * Starts the PostgreSQL of a data folder, making it first when it is new. A server left by a killed program is
 * stopped first; the caller guards against a second living program (see the lock of the data folder).
 * Throws {@link ClusterError}.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  try {
    fs.mkdirSync(options.dataDir, { recursive: true })
    return await start(options)
  } catch (error) {
    throw clusterErrorFrom(error)
  }
}

async function start(options: ClusterOptions): Promise<Cluster> {
  const dataDir = fs.realpathSync(options.dataDir)
  const user = serverUser(path.join(notedHome(dataDir), 'postgres'))
  const binaries = findBinaries(user)
  const { home, moved } = clusterHome(dataDir, user)
  if (moved) options.onNotice?.({ movedTo: home })
  const folder = path.join(home, 'postgres')
  const place = { home, binaries, user }
  const passwordFile = path.join(dataDir, 'postgres-password')
  const isNew = !fs.existsSync(folder)
  if (isNew) options.onNotice?.('creating')
  else {
    refuseOtherMajor(folder, binaries.major)
    await stopOrphan(binaries, folder)
  }
  const password = await ownerPassword(passwordFile, place)
  try {
    if (isNew) await initialiseCluster({ ...place, purpose: options.purpose, password })
  } catch (error) {
    fs.rmSync(passwordFile, { force: true })
    throw error
  }
  const begin = { folder, home, logFile: path.join(dataDir, 'postgres.log'), binaries, user, options }
  return windows ? startOnWindows(begin, password) : startOnUnix(begin, password)
}

function refuseOtherMajor(folder: string, major: number): void {
  const written = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (written !== String(major)) throw new ClusterError('other-major', `${written} ${major}`)
}

async function startOnUnix(begin: Start, password: string): Promise<Cluster> {
  const { folder, home, user, binaries, options } = begin
  const host = socketFolder(home, user)
  const settings = {
    ...clusterSettings(options.purpose),
    listen_addresses: '',
    port: String(unixPort),
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
  }
  const { child, watch } = await startServer(begin, ['-D', folder, ...asArguments(settings)]).catch((error: unknown) => {
    forgetSocketFolder(host, home)
    throw error
  })
  const pid = Number(child.pid)
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
  })
  void exited.then(() => watch.kill('SIGKILL'))
  const stop = async () => {
    watch.kill('SIGKILL')
    await stopPostmaster(binaries, pid, folder)
    forgetSocketFolder(host, home)
  }
  return { connection: { host, port: unixPort, user: ownerName, password, database: databaseName }, pid, exited, stop: once(stop) }
}

/** Starts the server itself and waits until it takes connections. */
async function startServer(begin: Start, args: string[]): Promise<{ child: ChildProcess; watch: ChildProcess }> {
  const { folder, logFile, user, binaries } = begin
  for (let attempt = 0; ; attempt++) {
    keepLogSmall(logFile)
    const log = fs.openSync(logFile, 'a', 0o600)
    const before = fs.fstatSync(log).size
    const child = spawn(programOf(binaries, 'postgres'), args, {
      cwd: '/',
      env: serverEnvironment(),
      // A session of its own: Ctrl-C at the terminal must reach this program first.
      detached: true,
      stdio: ['ignore', log, log],
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    })
    fs.closeSync(log)
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    const watch = watchOver(Number(child.pid), begin.options.lifeline)
    if (await becomesReady(child, folder, begin.options)) return { child, watch }
    watch.kill('SIGKILL')
    const said = fs.readFileSync(logFile, 'utf8').slice(before)
    // On a full disk even the log may be missing its last words.
    if (saysNoSpace(said) || isFull(folder)) throw new ClusterError('no-space', lastLines(said))
    // Server processes of a killed postmaster notice its end within moments.
    const leftovers = /pre-existing shared memory block|lock file .* already exists/.test(said)
    if (!leftovers || attempt >= 20) throw new ClusterError('failed', lastLines(said))
    await sleep(250)
  }
}

async function becomesReady(child: ChildProcess, folder: string, options: ClusterOptions): Promise<boolean> {
  const started = Date.now()
  for (let told = false; Date.now() - started < startLimit; ) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const found = readPostmaster(folder)
    if (found?.ready === true && found.pid === child.pid) return true
    if (!told && Date.now() - started > 5_000) {
      told = true
      options.onNotice?.('recovering')
    }
    await sleep(5)
  }
  child.kill('SIGINT')
  throw new ClusterError('failed', `${startLimit / 1000} s`)
}

/**
 * A tiny companion that stops the server when this process is gone without having done so, as after kill -9: its
 * input closes at that moment.
 */
function watchOver(pid: number, lifeline: string | undefined): ChildProcess {
  const script = lifeline === undefined ? 'read -r _; kill -INT "$1" 2>/dev/null' : 'cat "$2" >/dev/null; kill -INT "$1" 2>/dev/null'
  const watch = spawn('/bin/sh', ['-c', script, 'thuocdo-watch', String(pid), lifeline ?? ''], {
    cwd: '/',
    detached: true,
    stdio: [lifeline === undefined ? 'pipe' : 'ignore', 'ignore', 'ignore'],
  })
  watch.on('error', () => undefined)
  watch.stdin?.on('error', () => undefined)
  watch.unref()
  if (watch.stdin !== null && 'unref' in watch.stdin && typeof watch.stdin.unref === 'function') watch.stdin.unref()
  return watch
}

/** On Windows pg_ctl starts the server, because it also gives up an administrator's rights. */
async function startOnWindows(begin: Start, password: string): Promise<Cluster> {
  const { folder, logFile, binaries, options } = begin
  const port = await freePort()
  keepLogSmall(logFile)
  const settings = { ...clusterSettings(options.purpose), listen_addresses: '127.0.0.1', port: String(port) }
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(
      programOf(binaries, 'pg_ctl'),
      ['start', '-w', '-t', '600', '-D', folder, '-l', logFile, '-o', asArguments(settings).join(' ')],
      { env: serverEnvironment(), stdio: 'ignore', windowsHide: true },
    )
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const running = readPostmaster(folder)
  if (code !== 0 || running === undefined) {
    const said = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8').slice(-4000) : ''
    throw new ClusterError(saysNoSpace(said) ? 'no-space' : 'failed', lastLines(said))
  }
  let ended: () => void = () => undefined
  const exited = new Promise<void>((resolve) => (ended = resolve))
  const stop = once(async () => {
    await stopPostmaster(binaries, running.pid, folder)
    ended()
  })
  return { connection: { host: '127.0.0.1', port, user: ownerName, password, database: databaseName }, pid: running.pid, exited, stop }
}

function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function isFull(folder: string): boolean {
  const disk = fs.statfsSync(folder)
  return disk.bavail * disk.bsize < leastSpace
}

function keepLogSmall(file: string): void {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > logLimit) fs.renameSync(file, `${file}.1`)
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
