import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { printFailure, printFile, printSaid, ranOutOfTime, type Outcome } from './test-report.ts'
import type { TestReport } from './test-worker.ts'

const root = path.join(import.meta.dirname, '..')

/** Milliseconds a process may say nothing before it is ended. */
const silence = 240_000

export interface Together {
  readonly concurrency: number
  /** So that none grows without end and the last ones are shared out. */
  readonly filesPerProcess: number
  readonly timeout: number
  /** Hears of each file once it has ended. */
  readonly onFile: (file: string, outcome: Outcome) => void
}

/**
 * Runs files that leave nothing behind in their process, several after one another in each: reading a thousand modules
 * anew would take longer than most of these files' tests. A line per file, failures in full.
 */
export async function runTogether(files: readonly string[], { concurrency, filesPerProcess, timeout, onFile }: Together): Promise<void> {
  const waiting = [...files]
  const work = async () => {
    for (let some = waiting.splice(0, filesPerProcess); some.length > 0; some = waiting.splice(0, filesPerProcess)) {
      const left = await runSome(some, timeout, onFile)
      waiting.unshift(...left)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
}

/** Answers the files the process did not come to. */
async function runSome(files: readonly string[], timeout: number, onFile: Together['onFile']): Promise<string[]> {
  const worker = spawn(process.execPath, [path.join(root, 'tools/test-worker.ts'), String(timeout), ...files], { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const left = [...files]
  let said: string[] = []
  let outcome = nothingYet()
  const fail = (name: string, line: number | undefined, reason: string) => {
    outcome.failed += 1
    if (ranOutOfTime(reason)) outcome.hung += 1
    printFailure(left[0], line, name, reason)
  }
  const keep = (text: Buffer) => (said = [...said.slice(-200), String(text)])
  worker.stdout?.on('data', keep)
  worker.stderr?.on('data', keep)
  let limit = setTimeout(() => worker.kill('SIGKILL'), silence)
  createInterface({ input: worker.stdio[3] as Readable }).on('line', (line) => {
    clearTimeout(limit)
    limit = setTimeout(() => worker.kill('SIGKILL'), silence)
    const report = JSON.parse(line) as TestReport
    if (report.kind === 'pass') outcome.passed += 1
    else if (report.kind === 'skip') outcome.skipped += 1
    else if (report.kind === 'fail') fail(report.name, report.line, report.reason)
    else if (report.kind === 'end') {
      printFile(report.file, report.tests, report.milliseconds, outcome.failed, said)
      onFile(report.file, outcome)
      said = []
      outcome = nothingYet()
      left.shift()
    }
  })
  const ended = await new Promise<string>((resolve) => worker.once('close', (code, signal) => resolve(String(signal ?? code))))
  clearTimeout(limit)
  if (left.length === 0) return []
  fail('the whole file', undefined, `its process ended (${ended}) before it`)
  if (ended === 'SIGKILL') outcome.hung += 1
  printSaid(said)
  const [broken, ...others] = left
  if (broken !== undefined) onFile(broken, outcome)
  return others
}

function nothingYet(): Outcome {
  return { passed: 0, failed: 0, skipped: 0, hung: 0 }
}
