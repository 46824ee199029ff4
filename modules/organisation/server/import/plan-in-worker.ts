import { Worker } from 'node:worker_threads'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { Refusal, type RefusalData } from '#kernel/refusal.ts'
import type { ImportPlan, StoredWithIdentities } from '../../domain/import/plan-import.ts'

/** What the worker gets. */
export interface PlanRequest {
  readonly bytes: Uint8Array
  readonly stored: StoredWithIdentities
  readonly today: CalendarDate
}

/** What it says back. */
export type PlanMessage =
  | { readonly kind: 'read'; readonly rows: number }
  | { readonly kind: 'planned'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly code: string; readonly data: RefusalData }

// A workbook of 50 MB unpacks to a few hundred; beyond this the worker ends, not the server.
const memoryMb = 2_048

/**
 * Reads and judges a workbook in a thread of its own, so that the server goes on answering meanwhile. Throws the
 * refusals of the spreadsheet reader, and `organisation.import.too-many-rows` when it does not fit in memory.
 */
export function planInWorker(request: PlanRequest, onRead: (rows: number) => void = () => undefined): Promise<ImportPlan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: request, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    worker.on('message', (message: PlanMessage) => {
      if (message.kind === 'read') onRead(message.rows)
      else if (message.kind === 'planned') resolve(message.plan)
      else reject(new Refusal(message.code, message.data))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('organisation.import.too-many-rows') : error)
    })
    worker.on('exit', (code) => reject(new Error(`import check ended with ${code} and without an answer`)))
  })
}
