import { writeSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { pathToFileURL } from 'node:url'
import { reasonOf } from './test-report.ts'

/** What is written to descriptor 3, a line of JSON each: test by test, and at the end of each file. */
export type TestReport =
  | { readonly kind: 'pass' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'fail'; readonly name: string; readonly line: number | undefined; readonly reason: string }
  | { readonly kind: 'end'; readonly file: string; readonly tests: number; readonly milliseconds: number }

// The runner ends a file when the process is about to exit; one more turn lets it go on to the next.
let pending = true
process.on('beforeExit', () => {
  if (pending) setTimeout(() => undefined, 1)
})

// Runs the files one after another in this process, so that what they all import (a thousand modules) is read once. A
// file has ended when nothing of it is left to wait for: no channel to the parent may stay open.
const [timeout, ...files] = process.argv.slice(2)
for (const file of files) await runFile(file)
pending = false

async function runFile(file: string): Promise<void> {
  const started = Date.now()
  let tests = 0
  let failed = false
  const stream = run({ files: [file], isolation: 'none', timeout: Number(timeout) })
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite') return
    tests += 1
    say({ kind: event.skip !== undefined || event.todo !== undefined ? 'skip' : 'pass' })
  })
  stream.on('test:fail', (event) => {
    if (event.details.type === 'suite' || event.todo !== undefined) return
    tests += 1
    failed = true
    say({ kind: 'fail', name: event.name, line: event.line, reason: reasonOf(event.details.error) })
  })
  await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject).resume())
  // What a file throws after its first test the runner swallows here; the module, loaded already, throws it again.
  if (!failed) await import(pathToFileURL(path.resolve(file)).href).catch((error: unknown) => say({ kind: 'fail', name: 'the file itself', line: undefined, reason: reasonOf(error) }))
  say({ kind: 'end', file, tests, milliseconds: Date.now() - started })
}

function say(report: TestReport): void {
  writeSync(3, `${JSON.stringify(report)}\n`)
}
