import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A zombie has ended; only its parent has not asked yet.
    return processState(pid) !== 'Z'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A word that differs between two processes that got the same number one after the other: the start time where the
 * system tells it, else an empty string.
 */
export function startMarkOf(pid: number): string {
  if (process.platform === 'linux') return statFields(pid)[19] ?? ''
  if (process.platform === 'win32') return ''
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** Whether the process is a PostgreSQL server working in this data folder: numbers are reused after a crash. */
export function isServerOf(pid: number, dataFolder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder) && commandLine(pid).includes('postgres')
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') {
    return ask('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).toLowerCase().includes('postgres.exe')
  }
  const command = ask('ps', ['-o', 'command=', '-p', String(pid)])
  return command.includes('postgres') && command.includes(dataFolder)
}

function commandLine(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}

function processState(pid: number): string {
  return process.platform === 'linux' ? (statFields(pid)[0] ?? '') : ''
}

/** Fields of /proc/PID/stat after the program's name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function ask(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
