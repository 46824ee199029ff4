import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const pagesBetween = 200

let collect: (() => void) | undefined
let pages = 0

/**
 * Counts finished pages and, every 200, runs the garbage collector: a compiled document is small to JavaScript but holds
 * about 150 kB a page outside its heap, so left alone nothing would ever free it.
 */
export function releaseDocuments(finishedPages: number): void {
  pages += finishedPages
  if (pages < pagesBetween) return
  pages = 0
  collect ??= exposedCollector()
  collect()
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('gc')
  return typeof found === 'function' ? () => void Reflect.apply(found, undefined, []) : () => undefined
}
