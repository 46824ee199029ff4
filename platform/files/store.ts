import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '#kernel/refusal.ts'
import { syncFolder } from './write-whole.ts'

/** A file's name in the store: the SHA-256 of its bytes in hexadecimal. */
export type ContentId = string

/** Files by content in a local folder. The same bytes are kept once; a written file never changes. */
export interface FileStore {
  /** Keeps the bytes, durable before it returns. */
  put(bytes: Uint8Array): Promise<ContentId>
  /** The bytes, checked against their name. Refuses, naming the file, when it is missing or altered. */
  get(id: ContentId): Promise<Uint8Array>
}

const name = /^[0-9a-f]{64}$/

/** Opens the store under `folder`, which is made when needed. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (id: ContentId): string => {
    if (!name.test(id)) throw new RangeError('not a content id')
    return join(folder, id.slice(0, 2), id)
  }
  return {
    async put(bytes) {
      const id = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(id)
      const known = await stat(path).catch(() => undefined)
      if (known !== undefined && known.size === bytes.byteLength) return id
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true })
      const draft = `${path}.${randomBytes(6).toString('hex')}`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
        await handle.close()
        await rename(draft, path)
        await syncFolder(join(folder, id.slice(0, 2)))
      } catch (error) {
        await handle.close().catch(() => undefined)
        await unlink(draft).catch(() => undefined)
        throw error
      }
      return id
    },
    async get(id) {
      const bytes = await readFile(pathOf(id)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refuse('platform.stored-file-damaged', { id, problem: 'missing' })
        throw error
      })
      if (createHash('sha256').update(bytes).digest('hex') !== id) refuse('platform.stored-file-damaged', { id, problem: 'altered' })
      return bytes
    },
  }
}
