import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalData } from '#kernel/refusal.ts'
import { readWorkbook, type SheetData } from './read-workbook.ts'
import { neededBytes } from './unpack-workbook.ts'
import { defaultWorkbookLimits, type WorkbookLimits } from './workbook-limits.ts'

/** What the thread gets. */
export interface ReadRequest {
  readonly bytes: Uint8Array
  readonly limits: Partial<WorkbookLimits>
}

/** What it says back. */
export type ReadMessage = { readonly sheets: SheetData[] } | { readonly code: string; readonly data: RefusalData }

// Up to here reading takes less than beginning a thread.
const readHere = 2 * 1024 * 1024
const memoryMb = 1_024
const longestMs = 30_000

/**
 * As `readWorkbook`, a large one in a thread of its own with an end to its memory and time: a megabyte may unpack to a
 * hundred, and nobody else is answered while those are read here. Refuses with `spreadsheet.expands_too_much` too when it
 * does not end.
 */
export async function readWorkbookAside(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}, patienceMs = longestMs): Promise<SheetData[]> {
  return unpacksTo(bytes, { ...defaultWorkbookLimits, ...limits }) <= readHere ? readWorkbook(bytes, limits) : readInThread({ bytes, limits }, patienceMs)
}

/** None for what is no workbook at all: reading it says at once what it is. */
function unpacksTo(bytes: Uint8Array, limits: WorkbookLimits): number {
  try {
    return bytes.byteLength > limits.maxFileBytes ? 0 : neededBytes(bytes, limits)
  } catch (error) {
    if (error instanceof Refusal) return 0
    throw error
  }
}

function readInThread(request: ReadRequest, patienceMs: number): Promise<SheetData[]> {
  return new Promise<SheetData[]>((resolve, reject) => {
    const thread = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: request, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const tooMuch = (): void => reject(new Refusal('spreadsheet.expands_too_much', { bytes: request.bytes.byteLength }))
    const tooLong = setTimeout(() => {
      tooMuch()
      void thread.terminate()
    }, patienceMs)
    thread.once('message', (message: ReadMessage) => ('sheets' in message ? resolve(message.sheets) : reject(new Refusal(message.code, message.data))))
    thread.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error)))
    thread.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`reading a workbook ended with ${code} and without an answer`))
    })
  })
}
