import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PrintableValue } from './printable.ts'
import { printable } from './printable.ts'
import type { RenderAnswer, RenderJob } from './render-worker.ts'

/** A Typst file, with the folder it may import from, where `paper-parts.typ` (headings, text, tables) always is. It reads its data as `json(bytes(sys.inputs.data))`. */
export interface DocumentTemplate {
  readonly folder: URL
  readonly main: string
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

const waiting = new Map<number, Waiting>()
let lastId = 0
let worker: Worker | undefined

function settle(answer: RenderAnswer): void {
  const promise = waiting.get(answer.id)
  waiting.delete(answer.id)
  if (waiting.size === 0) worker?.unref()
  if ('pdf' in answer) promise?.resolve(answer.pdf)
  else promise?.reject(new Error(answer.error))
}

function failAll(stopped: Worker, error: Error): void {
  if (worker !== stopped) return
  worker = undefined
  for (const promise of waiting.values()) promise.reject(error)
  waiting.clear()
}

function startWorker(): Worker {
  const started = new Worker(new URL('./render-worker.ts', import.meta.url))
  started.on('message', settle)
  started.on('error', (error) => failAll(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', (code) => failAll(started, new Error(`the document renderer stopped with code ${code}`)))
  return started
}

export interface RenderOptions {
  /** the date written in the file */
  readonly at: Date
  /** carry the structure that screen readers use (PDF/A-2a); costs about a third more time and size */
  readonly tagged: boolean
}

/**
 * Renders a template to PDF/A with embedded Tinos, off the main thread: the compiler starts with the first document,
 * stays for the next ones and keeps no process alive. Texts are printed literally, in NFC. Rejects when the template is wrong.
 */
export function renderPdf(template: DocumentTemplate, data: PrintableValue, options: RenderOptions): Promise<Uint8Array> {
  worker ??= startWorker()
  worker.ref()
  const job: RenderJob = {
    id: ++lastId,
    request: {
      workspace: fileURLToPath(template.folder),
      main: template.main,
      data: JSON.stringify(printable(data)),
      madeAt: Math.floor(options.at.getTime() / 1000),
      tagged: options.tagged,
    },
  }
  const active = worker
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject })
    active.postMessage(job)
  })
}
