import { Worker } from 'node:worker_threads'
import type { RulebookWork } from './rulebook-work.ts'

export interface WorkRequest {
  readonly id: number
  readonly name: keyof RulebookWork
  readonly input: unknown
}

export type WorkAnswer = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failed: string }

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

const memoryMb = 1_024
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let last = 0

/** One thread for the whole program, begun when first needed; it does not keep the program alive by itself. */
function started(): Worker {
  if (worker !== undefined) return worker
  const fresh = new Worker(new URL('./rulebook-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const fail = (error: Error): void => {
    if (worker === fresh) worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  fresh.on('message', (answer: WorkAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) fresh.unref()
    if (asked === undefined) return
    if ('failed' in answer) asked.reject(new Error(answer.failed))
    else asked.resolve(answer.result as never)
  })
  fresh.on('error', fail)
  fresh.on('exit', (code) => fail(new Error(`the rulebook thread ended with ${code}`)))
  worker = fresh
  return fresh
}

/** Does a piece of work on rulebooks in a thread of its own: checking one takes half a second that the server has not got. */
export function inWorker<Name extends keyof RulebookWork>(name: Name, input: Parameters<RulebookWork[Name]>[0]): Promise<ReturnType<RulebookWork[Name]>> {
  return new Promise((resolve, reject) => {
    last += 1
    waiting.set(last, { resolve: resolve as Waiting['resolve'], reject })
    const thread = started()
    thread.ref()
    thread.postMessage({ id: last, name, input } satisfies WorkRequest)
  })
}
