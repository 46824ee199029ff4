import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

/** A server of its own process. */
export interface Served {
  readonly port: number
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** A free port of the loopback address. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

async function serve(port: number, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (let tries = 0; tries < 2_400; tries++) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}`)
    if (await answers(port)) return { port, child, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`${args[0]} did not answer on ${port}`)
}

/** Whether anything answers HTTP on the port. */
export async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) })
    return true
  } catch {
    return false
  }
}

/** The program itself on a database that is already there. */
export async function serveProgram(databaseUrl: string, dataDir: string): Promise<Served> {
  const port = await freePort()
  return serve(port, [path.join(root, 'apps/server/main.ts'), '--port', String(port), '--data', dataDir], { DATABASE_URL: databaseUrl })
}

/** The bare handler on the same database. */
export async function serveBare(connection: object, file = 'bare-server.ts'): Promise<Served> {
  const port = await freePort()
  return serve(port, [path.join(root, 'bench', file), String(port), JSON.stringify(connection)], {})
}
