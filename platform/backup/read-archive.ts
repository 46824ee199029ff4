import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { BackupError } from './archive.ts'
import { unsealed, type ByteStream, type Unseal } from './sealing.ts'

/** One entry of an archive; its bytes are read before the next entry comes. */
export interface ArchiveEntry {
  readonly name: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Reads an archive entry by entry, decrypting and checking on the way. Throws {@link BackupError} when the key is
 * wrong, the file is no backup, or it was cut off or altered.
 */
export async function* readArchive(file: string, unseal: Unseal): AsyncGenerator<ArchiveEntry> {
  const plain = await unsealed(Readable.toWeb(createReadStream(file, { highWaterMark: 1 << 20 })) as unknown as ByteStream, unseal)
  const gunzip = createGunzip()
  const source = Readable.fromWeb(plain as never)
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  const entries = (Readable.toWeb(gunzip) as unknown as ByteStream).pipeThrough(createTarDecoder({ strict: true }))
  const reader = entries.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield { name: value.header.name, size: value.header.size, bytes: namingFaults(value.body as unknown as AsyncIterable<Uint8Array>) }
    }
  } catch (error) {
    throw faultOf(error)
  } finally {
    await reader.cancel().catch(() => undefined)
    source.destroy()
  }
}

async function* namingFaults(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw faultOf(error)
  }
}

function faultOf(error: unknown): BackupError {
  return error instanceof BackupError ? error : new BackupError('cut-off', error instanceof Error ? error.message : '', error)
}

/** The whole of one entry, for the small ones. */
export async function bytesOf(entry: ArchiveEntry): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of entry.bytes) parts.push(part)
  return Buffer.concat(parts)
}
