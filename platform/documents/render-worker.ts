import { parentPort } from 'node:worker_threads'
import type { CompileRequest } from './typst-compiler.ts'
import { compileToPdf } from './typst-compiler.ts'

/** One document to make, as {@link RenderAnswer} refers to it by `id`. */
export interface RenderJob {
  readonly id: number
  readonly request: CompileRequest
}

export type RenderAnswer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string }

function answer(job: RenderJob): RenderAnswer {
  try {
    return { id: job.id, pdf: compileToPdf(job.request) }
  } catch (error) {
    return { id: job.id, error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (job: RenderJob) => parentPort?.postMessage(answer(job)))
