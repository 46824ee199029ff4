import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Unzip, UnzipInflate } from 'fflate'

// A published set of 100,000 results is one line of 7 MB.
const longestLine = 64 * 1024 * 1024

/** The file is neither a zip with `ledger.jsonl` nor lines of JSON. */
export class NotAnExport extends Error {}

/** The lines of an export, of the zip as the program gives it or of the `ledger.jsonl` taken out of it, read as they are needed. */
export async function* readExport(file: string): AsyncGenerator<string> {
  const pieces = (await isZip(file)) ? unzipped(file) : createReadStream(file)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const piece of pieces as AsyncIterable<Uint8Array>) {
    rest += decode(decoder, piece)
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw new NotAnExport('line too long')
    yield* lines
  }
  rest += decode(decoder)
  if (rest !== '') yield rest
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new NotAnExport('not UTF-8')
  }
}

/** Whether a file begins as a zip does. */
async function isZip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304
  } finally {
    await handle.close()
  }
}

async function* unzipped(file: string): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let [found, ended, broken] = [false, false, false]
  const unzip = new Unzip((part) => {
    if (part.name !== 'ledger.jsonl' || found) return
    found = true
    part.ondata = (error, bytes, final) => {
      if (error !== null) broken = true
      else waiting.push(bytes)
      ended ||= final
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  const take = function* (): Generator<Uint8Array> {
    if (broken) throw new NotAnExport('the zip is broken')
    const pieces = waiting
    waiting = []
    yield* pieces
  }
  // Small pieces in: what a piece unpacks to is in memory at once.
  for await (const piece of createReadStream(file, { highWaterMark: 16 * 1024 }) as AsyncIterable<Uint8Array>) {
    push(unzip, piece, false)
    yield* take()
  }
  push(unzip, new Uint8Array(), true)
  yield* take()
  if (!found || !ended) throw new NotAnExport(found ? 'the zip is cut off' : 'no ledger.jsonl in the zip')
}

function push(unzip: Unzip, piece: Uint8Array, last: boolean): void {
  try {
    unzip.push(piece, last)
  } catch {
    throw new NotAnExport('the zip is broken')
  }
}
