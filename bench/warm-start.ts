import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Finding } from './measure.ts'
import { answers, freePort } from './processes.ts'

const root = path.join(import.meta.dirname, '..')
const patience = 120_000

/** (d) `npm start` on a folder already set up, until the first HTTP answer. */
export async function benchWarmStart(runs: number): Promise<Finding> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'thuocdo-warm-'))
  const found: number[] = []
  try {
    await startOnce(data)
    for (let run = 0; run < runs; run++) found.push(await startOnce(data))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  return {
    id: 'd',
    what: 'Warm start, from the command to the first HTTP answer, embedded PostgreSQL included',
    goal: '≤ 3 s',
    runs: found,
    show: (value) => `${value.toFixed(2)} s`,
    met: (value) => value <= 3,
    notes: ['`node bin/start.mjs` on a data folder already set up; npm itself adds its own start-up, about 0.3 s here'],
  }
}

async function startOnce(data: string): Promise<number> {
  const port = await freePort()
  const from = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'bin/start.mjs'), '--port', String(port), '--data', data], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
      if (performance.now() - from > patience) throw new Error('the program did not answer')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return (performance.now() - from) / 1000
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}
