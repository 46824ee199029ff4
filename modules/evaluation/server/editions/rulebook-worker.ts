import { parentPort } from 'node:worker_threads'
import type { WorkAnswer, WorkRequest } from './in-worker.ts'
import { rulebookWork } from './rulebook-work.ts'

parentPort?.on('message', ({ id, name, input }: WorkRequest) => {
  const answer = (message: WorkAnswer): void => parentPort?.postMessage(message)
  try {
    answer({ id, result: rulebookWork[name](input as never) })
  } catch (error) {
    answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
