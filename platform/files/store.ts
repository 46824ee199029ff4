import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises'
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
  /**
   * Takes a file out that no record names, unless somebody put the same bytes in since `unusedSince`: their record may not
   * be visible yet. Answers whether it is gone.
   */
  discard(id: ContentId, unusedSince: Date): Promise<boolean>
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
      // Marked as wanted, so that nobody discards it before its record is visible; gone meanwhile, it is written anew.
      if (known !== undefined && known.size === bytes.byteLength && (await marked(path))) return id
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
    async discard(id, unusedSince) {
      const path = pathOf(id)
      const aside = `${path}.${randomBytes(6).toString('hex')}`
      const known = await stat(path).catch(() => undefined)
      if (known === undefined) return true
      if (known.mtime > unusedSince) return false
      await rename(path, aside)
      // Marked between the look and the move: it goes back to where it was.
      if ((await stat(aside)).mtime > unusedSince) {
        await rename(aside, path)
        return false
      }
      await unlink(aside)
      await syncFolder(join(folder, id.slice(0, 2)))
      return true
    },
  }
}

/** Marks a file as put in now; false when it is no longer there. */
async function marked(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(() => true, () => false)
}
