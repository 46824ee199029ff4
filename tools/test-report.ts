import path from 'node:path'
import { inspect } from 'node:util'

const root = path.join(import.meta.dirname, '..')

/** How many tests held and how many did not. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** Of those that failed, the ones that ran into their time limit. */
  hung: number
}

/** What a test failed of, in full; the runner wraps it in an error of its own. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'string' ? cause : inspect(cause, { depth: 6, colors: false })
}

/** The runner's own limit, and that of one wait in a browser (tests/journeys/steps/within.ts). */
const stuck = /test timed out after|The browser gave no answer within/
/** What a page did not show in time. */
const waitedInVain = /Timeout \d+ms exceeded\./

/** Whether a test failed of time only, of which a busy machine may be the reason. */
export function ranOutOfTime(reason: string): boolean {
  return isStuck(reason) || waitedInVain.test(reason)
}

/** Whether a file does not go on by itself. */
export function isStuck(reason: string): boolean {
  return stuck.test(reason)
}

/** Prints a failed test with its reason. */
export function printFailure(file: string | undefined, line: number | undefined, name: string, reason: string): void {
  print(`✖ ${shown(file)}${line === undefined ? '' : `:${line}`} ${name}`)
  print(indented(reason))
}

/** Prints the line of a file that has ended, and after failures what it said. */
export function printFile(file: string, tests: number, milliseconds: number, failed: number, said: readonly string[]): void {
  print(`${failed > 0 ? '✖' : '✔'} ${shown(file)} (${tests} tests, ${Math.round(milliseconds)} ms)`)
  if (failed > 0) printSaid(said)
}

/** Prints what a file said, if anything. */
export function printSaid(said: readonly string[]): void {
  const output = said.join('').trim()
  if (output !== '') print(indented(output))
}

function shown(file: string | undefined): string {
  if (file === undefined) return '?'
  return path.isAbsolute(file) ? path.relative(root, file) : file
}

function indented(text: string): string {
  return text.split('\n').map((line) => `    ${line}`).join('\n')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
