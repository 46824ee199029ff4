import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#kernel/refusal.ts'
import { markCells } from './mark-cells.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ThreadAnswer, ThreadJob } from './workbook-thread.ts'

const send = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

const job = workerData as ThreadJob
try {
  send({ made: job.kind === 'read' ? await readWorkbook(job.bytes, job.limits) : await markCells(job.bytes, job.marks) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  send({ code: error.code, data: error.data })
}
