import { Worker } from 'node:worker_threads'
import type { TextProblem } from '../rulebook/read-text.ts'
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
// Checking the largest shipped rulebook takes half a second; some hundred people scored again take two.
const longestMs = 60_000

/** A piece of work took longer than any rulebook needs; the thread was ended and the next request begins a fresh one. */
export class WorkTooLong extends Error {}

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let last = 0

/** One thread for the whole program, begun when first needed; it does not keep the program alive by itself. */
function started(): Worker {
  if (worker !== undefined) return worker
  const fresh = new Worker(new URL('./rulebook-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const fail = (error: Error): void => {
    if (worker !== fresh) return
    worker = undefined
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
    const id = last
    const thread = started()
    const tooLong = setTimeout(() => {
      if (worker === thread) worker = undefined
      const left = [...waiting.values()]
      waiting.clear()
      for (const each of left) each.reject(new WorkTooLong(`the rulebook thread was at ${name} for ${longestMs} ms`))
      void thread.terminate()
    }, longestMs * (1 + waiting.size))
    const ended = <T>(settle: (value: T) => void) => (value: T) => {
      clearTimeout(tooLong)
      settle(value)
    }
    waiting.set(id, { resolve: ended(resolve) as Waiting['resolve'], reject: ended(reject) })
    thread.ref()
    thread.postMessage({ id, name, input } satisfies WorkRequest)
  })
}

const tooLong: TextProblem = { path: '', message: 'Kiểm tra mất quá một phút nên đã dừng', expected: 'công thức, danh sách và ví dụ ít hơn', line: 1 }

/** What is answered in place of work that took too long: a fault of the text, shown like any other. */
export async function namingTooLong<T>(work: Promise<T>, answer: (problems: readonly [TextProblem]) => T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof WorkTooLong) return answer([tooLong])
    throw error
  }
}

/** Whether a text is sound and its examples hold, checked in the thread of its own. */
export function checkInWorker(input: Parameters<RulebookWork['check']>[0]): Promise<ReturnType<RulebookWork['check']>> {
  return namingTooLong(inWorker('check', input), (problems) => ({ passes: false, problems, examples: 0, failed: [] }))
}
