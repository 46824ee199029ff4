import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalData } from '#kernel/refusal.ts'
import type { CellMark } from './mark-cells.ts'
import { neededBytes } from './unpack-workbook.ts'
import { defaultWorkbookLimits, type WorkbookLimits } from './workbook-limits.ts'

/** What a thread does with a workbook. */
export type ThreadJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly limits: Partial<WorkbookLimits> }
  | { readonly kind: 'mark'; readonly bytes: Uint8Array; readonly marks: readonly CellMark[] }

/** What it says back. */
export type ThreadAnswer = { readonly made: unknown } | { readonly code: string; readonly data: RefusalData }

// Up to here the work takes less than beginning a thread.
const doneHere = 2 * 1024 * 1024
const memoryMb = 1_024

/** How long a thread may work, in milliseconds. */
export const longestMs = 30_000

/**
 * Whether a workbook is small enough to be worked on between the answers to others: a megabyte may unpack to a hundred.
 * What is no workbook at all is, because whoever reads it says so at once.
 */
export function isSmall(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): boolean {
  const applied = { ...defaultWorkbookLimits, ...limits }
  try {
    return bytes.byteLength > applied.maxFileBytes || neededBytes(bytes, applied) <= doneHere
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

/** Does the job in a thread of its own, with an end to its memory and time; beyond them `spreadsheet.expands_too_much`. */
export function workInThread(job: ThreadJob, patienceMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const tooMuch = (): void => reject(new Refusal('spreadsheet.expands_too_much', { bytes: job.bytes.byteLength }))
    const tooLong = setTimeout(() => {
      tooMuch()
      void thread.terminate()
    }, patienceMs)
    thread.once('message', (answer: ThreadAnswer) => ('made' in answer ? resolve(answer.made) : reject(new Refusal(answer.code, answer.data))))
    thread.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error)))
    thread.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`work on a workbook ended with ${code} and without an answer`))
    })
  })
}
