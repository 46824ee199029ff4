import { Worker } from 'node:worker_threads'

/** A file to look at: its bytes, and what they are by their signature. */
export interface PaperJob {
  readonly kind: 'pdf' | 'package'
  readonly bytes: Uint8Array
}

const memoryMb = 512
/** A paper of hundreds of pages takes a second or two; what takes longer was made to. */
const longestMs = 15_000

/**
 * The paragraphs, cells and lines of a PDF, Office or OpenDocument file, or plain text, as far as they can be read: none of
 * a picture, of an encrypted or a broken file. Packages and PDFs are read in a thread of their own, with an end to its
 * memory and time, because anybody may send anything.
 */
export async function paperLines(bytes: Uint8Array): Promise<readonly string[]> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return inThread({ kind: 'pdf', bytes })
  if (head.startsWith('PK')) return inThread({ kind: 'package', bytes })
  if (head.includes('\0')) return []
  return new TextDecoder().decode(bytes).split(/[\r\n;,\t]+/)
}

function inThread(job: PaperJob): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./paper-worker.ts', import.meta.url), { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memoryMb }, stdout: true, stderr: true })
    const end = (lines: readonly string[]): void => {
      clearTimeout(tooLong)
      resolve(lines)
      void thread.terminate()
    }
    const tooLong = setTimeout(() => end([]), longestMs)
    thread.once('message', (lines: readonly string[]) => end(lines))
    thread.once('error', () => end([]))
    thread.once('exit', () => end([]))
  })
}
