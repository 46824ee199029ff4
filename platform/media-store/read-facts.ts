import { Worker } from 'node:worker_threads'

/** What a file says of itself. */
export interface FileFacts {
  readonly container: string
  /** The file ends before it says it does. */
  readonly cutOff: boolean
  readonly durationMs: number | null
  readonly picture: { readonly codec: string; readonly width: number; readonly height: number; readonly framesPerSecond: number | null } | null
  readonly sound: { readonly codec: string; readonly channels: number; readonly samplesPerSecond: number } | null
}

/** What came of reading a file: its facts, that it is neither film nor sound, or that it could not be read. */
export type ReadFacts = { readonly kind: 'media'; readonly facts: FileFacts } | { readonly kind: 'not-media' | 'unreadable' }

const memoryMb = 256
/** Heads and tails of a file are read, a film of many gigabytes within a second or two; what takes longer was made to. */
const longestMs = 60_000

/**
 * Reads the technical facts of a film or sound with MediaInfo, in a thread of its own with an end to its memory and time,
 * because anybody may send anything.
 */
export function readFacts(file: string, limitMs = longestMs): Promise<ReadFacts> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./facts-worker.ts', import.meta.url), { workerData: file, resourceLimits: { maxOldGenerationSizeMb: memoryMb }, stdout: true, stderr: true })
    const end = (result: ReadFacts): void => {
      clearTimeout(tooLong)
      resolve(result)
      void thread.terminate()
    }
    const tooLong = setTimeout(() => end({ kind: 'unreadable' }), limitMs)
    thread.once('message', (result: ReadFacts) => end(result))
    thread.once('error', () => end({ kind: 'unreadable' }))
    thread.once('exit', () => end({ kind: 'unreadable' }))
  })
}
