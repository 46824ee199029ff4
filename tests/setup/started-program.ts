import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.join(import.meta.dirname, '../..')
const patience = 120_000
// The one `npm start` uses.
const compileCache = path.join(root, 'node_modules/.cache/node-compile')

/** The program in a process of its own, as `npm start` runs it. */
export interface StartedProgram {
  readonly child: ChildProcess
  readonly pid: number
  /** Everything printed so far, both streams. */
  output(): string
  /** Waits for the line with the address; throws when the program ends before. */
  address(): Promise<string>
  /** Waits for its end and answers the exit code, or the signal's name. */
  ended(): Promise<number | string>
}

/** Starts the program with these arguments; `environment` adds to the test's own. */
export function startProgram(args: readonly string[], environment: Readonly<Record<string, string>> = {}): StartedProgram {
  const child = spawn(process.execPath, [path.join(root, 'apps/server/main.ts'), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', THUOCDO_DATA: '', NODE_TEST_CONTEXT: '', NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (part) => (text += String(part)))
  child.stderr.on('data', (part) => (text += String(part)))
  const end = new Promise<number | string>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone')))
  return {
    child,
    pid: Number(child.pid),
    output: () => text,
    async address() {
      for (const start = Date.now(); Date.now() - start < patience; await sleep(20)) {
        const found = /đang chạy tại (https?:\S+)/.exec(text)?.[1]
        if (found !== undefined) return found
        if (child.exitCode !== null || child.signalCode !== null) break
      }
      throw new Error(`the program did not start:\n${text}`)
    },
    ended: () => end,
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
