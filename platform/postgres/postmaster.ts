import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programOf, type Binaries } from './binaries.ts'
import { ClusterError } from './cluster-error.ts'
import { isAlive, isServerOf } from './process-identity.ts'

/** What postmaster.pid says of the server that wrote it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly ready: boolean
}

const deadPid = 4_194_305
const fastLimit = 20_000
const immediateLimit = 5_000

/** Reads postmaster.pid; undefined when there is none or it is cut off. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    return { pid, port: Number(lines[3]), socketFolder: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The server that really runs on this data folder, whoever started it. */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const found = readPostmaster(dataFolder)
  return found !== undefined && isServerOf(found.pid, dataFolder) ? found : undefined
}

/** Stops a server: open transactions are rolled back and everything is written; by force only when that hangs. */
export async function stopPostmaster(binaries: Binaries, pid: number, dataFolder: string): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(programOf(binaries, 'pg_ctl'), ['stop', '-D', dataFolder, '-m', 'fast', '-w'], { stdio: 'ignore' })
    return
  }
  if (!signal(pid, 'SIGINT') || (await ended(pid, dataFolder, fastLimit))) return
  if (!signal(pid, 'SIGQUIT') || (await ended(pid, dataFolder, immediateLimit))) return
  throw new ClusterError('already-running', String(pid))
}

/** Stops a server that outlived the program that started it. */
export async function stopOrphan(binaries: Binaries, dataFolder: string): Promise<void> {
  const orphan = runningPostmaster(dataFolder)
  if (orphan !== undefined) return stopPostmaster(binaries, orphan.pid, dataFolder)
  disownRecycledPid(dataFolder)
}

/**
 * After a crash another program may have got the number in postmaster.pid, and PostgreSQL would refuse to start.
 * A number that cannot exist is written instead; the file itself stays, since PostgreSQL finds the old shared
 * memory through it and so notices server processes that are still writing.
 */
function disownRecycledPid(dataFolder: string): void {
  const found = readPostmaster(dataFolder)
  if (found === undefined || !isAlive(found.pid)) return
  const file = path.join(dataFolder, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [String(deadPid), ...rest].join('\n'))
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

async function ended(pid: number, dataFolder: string, limit: number): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < limit; ) {
    if (!isServerOf(pid, dataFolder)) return true
    await sleep(10)
  }
  return false
}
