import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { createTarPacker } from 'modern-tar'
import { isDiskFull } from '#platform/files/room.ts'
import { syncFolder } from '#platform/files/write-whole.ts'
import { BackupError } from './archive.ts'
import type { ByteStream } from './sealing.ts'

/** An archive being written. Entries come one after another. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Adds a file of the disk, of which `size` bytes are read. */
  addFile(name: string, file: string, size: number): Promise<void>
  /** Ends the archive; the file has its final name and is durable when this settles. */
  finish(): Promise<void>
  /** Gives up and removes what was written. */
  abandon(cause: unknown): Promise<void>
}

/** Opens an archive that is written beside `file` and gets that name only when it is whole. Throws {@link BackupError}. */
export function writeArchive(file: string, encrypt: (plain: ByteStream) => Promise<ByteStream>): ArchiveWriter {
  const draft = `${file}.${process.pid}.part`
  const { readable, controller } = createTarPacker()
  const gzip = createGzip({ level: 4 })
  const packed = pipeline(Readable.fromWeb(readable as never), gzip)
  const written = encrypt(Readable.toWeb(gzip) as unknown as ByteStream).then((cipher) => pipeline(Readable.fromWeb(cipher as never), createWriteStream(draft, { flags: 'wx', mode: 0o600 })))
  // Awaited in finish; until then a failure must reach whoever is adding, not end the process.
  let failure: unknown
  const noteFailure = (error: unknown) => {
    failure ??= error
    controller.error(error)
  }
  packed.catch(noteFailure)
  written.catch(noteFailure)

  const add = async (name: string, size: number, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    if (failure !== undefined) throw problemWith(failure, file)
    const writer = controller.add({ name, size, mode: 0o600, mtime: new Date(0) }).getWriter()
    try {
      for await (const part of parts) await writer.write(part)
      await writer.close()
    } catch (error) {
      throw problemWith(failure ?? error, file)
    }
  }
  return {
    add: (name, bytes) => add(name, bytes.byteLength, [bytes]),
    addFile: (name, from, size) => add(name, size, size === 0 ? [] : createReadStream(from, { end: size - 1, highWaterMark: 1 << 20 })),
    async finish() {
      try {
        controller.finalize()
        await Promise.all([packed, written])
        await syncFile(draft)
        await rename(draft, file)
        await syncFolder(path.dirname(file))
      } catch (error) {
        await rm(draft, { force: true })
        throw problemWith(failure ?? error, file)
      }
    },
    async abandon(cause) {
      controller.error(cause)
      await Promise.allSettled([packed, written])
      await rm(draft, { force: true })
    },
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function problemWith(error: unknown, file: string): unknown {
  if (error instanceof BackupError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (isDiskFull(error)) return new BackupError('no-space', file, error)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code)) return new BackupError('place', file, error)
  return error
}
