import { parentPort, workerData } from 'node:worker_threads'
import { v7 as uuidv7 } from 'uuid'
import { asId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { planImport } from '../../domain/import/plan-import.ts'
import type { PlanRequest, PlanMessage } from './plan-in-worker.ts'

const send = (message: PlanMessage): void => parentPort?.postMessage(message)

const { bytes, stored, today } = workerData as PlanRequest
try {
  const sheets = await readWorkbook(bytes)
  send({ kind: 'read', rows: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) })
  send({ kind: 'planned', plan: planImport(sheets, stored, today, () => asId(uuidv7())) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  send({ kind: 'refused', code: error.code, data: error.data })
}
