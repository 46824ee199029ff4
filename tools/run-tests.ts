import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { isStuck, printFailure, printFile, ranOutOfTime, reasonOf, type Outcome } from './test-report.ts'

const root = path.join(import.meta.dirname, '..')
const elsewhere = new Set(['node_modules', 'dist', 'data', '.git', 'canary'])

/** Every test file of the project, from its root. */
export function testFiles(): string[] {
  return filesNamed(/\.test\.tsx?$/)
}

/** Every file of code that is no test, from the project's root. */
export function sourceFiles(): string[] {
  return filesNamed(/^(?!.*\.test\.)(?!.*\.d\.m?ts$).*\.(tsx?|mjs|mts|cjs)$/)
}

function filesNamed(name: RegExp, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const place = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return elsewhere.has(entry.name) ? [] : filesNamed(name, place)
      return name.test(entry.name) ? [place] : []
    })
    .toSorted()
}

/** Runs the files, each in a process of its own: a line per file, failures in full. */
export async function runTests(files: readonly string[], concurrency: number, timeout: number): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, hung: 0 }
  if (files.length === 0) return outcome
  const said = new Map<string, string[]>()
  const failures = new Map<string, number>()
  // A journey's tests are made in its steps' file: with one file they are that file's.
  const [only] = files.length === 1 ? files.map((file) => path.join(root, file)) : []
  const stream = run({ files: files.map((file) => path.join(root, file)), concurrency, timeout, cwd: root })
  const keep = (file: string | undefined, text: string) => {
    if (file === undefined) return
    said.set(file, [...(said.get(file) ?? []).slice(-200), text])
  }
  stream.on('test:stdout', (event) => keep(event.file, event.message))
  stream.on('test:stderr', (event) => keep(event.file, event.message))
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite') return
    if (event.skip !== undefined || event.todo !== undefined) outcome.skipped += 1
    else outcome.passed += 1
  })
  stream.on('test:fail', (event) => {
    if (event.details.type === 'suite' || event.todo !== undefined) return
    outcome.failed += 1
    const file = only ?? event.file
    if (file !== undefined) failures.set(file, (failures.get(file) ?? 0) + 1)
    const reason = reasonOf(event.details.error)
    printFailure(file, only === undefined ? event.line : undefined, event.name, reason)
    // The limit of the runner itself stands in the error around the cause.
    const whole = `${event.details.error.message}\n${reason}`
    if (ranOutOfTime(whole)) outcome.hung += 1
    if (isStuck(whole)) killProcessesOf(file)
  })
  stream.on('test:summary', (event) => {
    if (event.file === undefined) return
    printFile(event.file, event.counts.tests, event.duration_ms, failures.get(event.file) ?? 0, said.get(event.file) ?? [])
    said.delete(event.file)
  })
  await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject).resume())
  return outcome
}

/** A file that hangs answers SIGTERM by running its closing hooks, which may hang too, and with them the whole run. */
function killProcessesOf(file: string | undefined): void {
  if (file === undefined || process.platform === 'win32') return
  const processes = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1e8 }).stdout
  for (const line of processes.split('\n')) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number)
    if (pid !== undefined && parent === process.pid && line.endsWith(file)) process.kill(pid, 'SIGKILL')
  }
}
