import { appendFile, mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { anchorLine, type AnchorLine } from './export-lines.ts'

export const anchorFileName = 'ledger-anchors.jsonl'

/** Where anchors are kept outside the database (tệp mốc dấu). */
export function anchorFile(dataDir: string): string {
  return path.join(dataDir, anchorFileName)
}

/** Appends anchors the file does not say yet: a day once, and again when its timestamp came. */
export async function appendAnchors(file: string, anchors: readonly AnchorLine[]): Promise<void> {
  const known = new Set((await readAnchors(file)).map(keyOf))
  const missing = anchors.filter((anchor) => !known.has(keyOf(anchor)))
  if (missing.length === 0) return
  await mkdir(path.dirname(file), { recursive: true })
  // What a power cut left half-written becomes a line of its own, which reading passes over.
  const start = (await endsWithLine(file)) ? '' : '\n'
  await appendFile(file, start + missing.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''), { flush: true })
}

function keyOf({ tenant, day, seq, hash, timestamps }: AnchorLine): string {
  return [tenant, day, seq, hash, ...timestamps.map((stamp) => stamp.authority)].join(' ')
}

/** The anchors of a file; none when there is no file. Lines that are none are passed over. */
export async function readAnchors(file: string): Promise<AnchorLine[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error)))
  return text.split('\n').flatMap((line) => anchorOf(line) ?? [])
}

function anchorOf(line: string): AnchorLine | undefined {
  try {
    return anchorLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

async function endsWithLine(file: string): Promise<boolean> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      if (size === 0) return true
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
      return buffer[0] === 0x0a
    } finally {
      await handle.close()
    }
  } catch {
    return true
  }
}
