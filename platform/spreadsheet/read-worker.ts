import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#kernel/refusal.ts'
import type { ReadMessage, ReadRequest } from './read-workbook-aside.ts'
import { readWorkbook } from './read-workbook.ts'

const send = (message: ReadMessage): void => parentPort?.postMessage(message)

const { bytes, limits } = workerData as ReadRequest
try {
  send({ sheets: await readWorkbook(bytes, limits) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  send({ code: error.code, data: error.data })
}
