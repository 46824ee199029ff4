import { statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { templateDatabase } from '#tests/setup/template.ts'
import { gates, type Gate } from './gates.ts'
import { runTests, testFiles } from './run-tests.ts'
import { runTogether } from './run-together.ts'
import type { Outcome } from './test-report.ts'

// `npm test`: every gate, then every test; `--quick` leaves out the browser, words choose test files by path.
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const words = args.filter((word) => !word.startsWith('--'))
const testTimeout = 180_000
const journeyTimeout = 270_000

const total: Outcome = { passed: 0, failed: 0, skipped: 0, hung: 0 }

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function add(outcome: Outcome): void {
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  total.hung += outcome.hung
}

async function pass(gate: Gate): Promise<void> {
  const started = Date.now()
  const problems = await gate.run().catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)])
  print(`${problems.length === 0 ? '✔' : '✖'} ${gate.name} (${Date.now() - started} ms)`)
  for (const problem of problems) print(`    ${problem}`)
  add({ passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, skipped: 0, hung: 0 })
}

/** Two at a time: the compiler uses one core. */
async function passAll(): Promise<void> {
  const waiting = [...gates]
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) await pass(gate)
  }
  await Promise.all([worker(), worker()])
}

async function main(): Promise<void> {
  const files = testFiles().filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  const [journeys, others] = [files.filter(isJourney), files.filter((file) => !isJourney(file))]
  if (words.length === 0) await passAll()
  // Held for the whole run, so that the files do not each start and stop a cluster.
  await templateDatabase().catch((error: unknown) => print(`✖ template database: ${String(error)}`))
  const concurrency = Math.min(4, Math.max(2, os.availableParallelism()))
  await runTogether(others.filter(sharesProcess), { concurrency, filesPerProcess: 16, timeout: testTimeout, onFile: (_, outcome) => add(outcome) })
  add(await runTests(others.filter((file) => !sharesProcess(file)), concurrency, testTimeout))
  if (!quick) await walkAll(journeys)
  if (total.skipped > 0) print(`${total.skipped} skipped`)
  print(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
}

/** Two at a time: three on two cores each take half as long again, and a page that waits too long is taken for hung. */
async function walkAll(journeys: readonly string[]): Promise<void> {
  // The longest first, so that none is left to run alone at the end.
  const size = (journey: string) => statSync(path.join(import.meta.dirname, '..', journey)).size
  const again: string[] = []
  const onFile = (file: string, outcome: Outcome) => {
    if (outcome.failed > 0 && outcome.hung >= outcome.failed) again.push(file)
    else add(outcome)
  }
  await runTogether(journeys.toSorted((a, b) => size(b) - size(a)), { concurrency: 2, filesPerProcess: 3, timeout: journeyTimeout, onFile })
  // A browser was once seen to hang with nothing to do, and a busy machine keeps a page waiting: a journey that only ran out of time is walked once more, alone, and that is said. A failed assertion stands.
  for (const file of again) {
    print(`↻ ${file} is run a second time; the first run is not counted`)
    add(await runTests([file], 1, journeyTimeout))
  }
}

/** Of the tests of the whole, those that change what all code of a process sees, or start processes themselves. */
const changesItsProcess = new Set(
  ['clock-jumps', 'crash', 'full-disk', 'newsroom-cuts', 'offline-cuts', 'operations-document', 'power-cut', 'two-servers', 'ways-out'].map((name) => `tests/${name}.test.ts`),
)

/** Tests of pure code, of what screens reckon, and of the server within their own database: nothing of theirs stays in the process. */
function sharesProcess(file: string): boolean {
  return /^(kernel|ui|modules\/[^/]+\/(domain|server|contract|sample|web)|platform\/(audit|db|documents|files|spreadsheet|web)|tests\/rights)\//.test(file) || (/^tests\/[^/]+$/.test(file) && !changesItsProcess.has(file))
}

function isJourney(file: string): boolean {
  return file.startsWith('tests/journeys/')
}

await main()
