import { mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, Upload } from '@tus/server'

/** Files under way (đang gửi lên): each grows by parts in the order of its bytes, over days and restarts if need be. */
export interface Uploads {
  begin(id: string, bytes: number): Promise<void>
  /** Bytes that have come; undefined when there is no such upload. */
  received(id: string): Promise<number | undefined>
  /** Answers one request of the tus protocol (HEAD: how far; PATCH: the next part) of whoever was admitted to this upload. */
  answer(id: string, finished: () => Promise<void>, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The file as far as it has come. */
  fileOf(id: string): string
  /** When its last bytes came; undefined before the first. */
  lastPart(id: string): Promise<Date | undefined>
  drop(id: string): Promise<void>
}

interface Admitted {
  readonly id: string
  readonly finished: () => Promise<void>
}

/** Opens the uploads in a folder. */
export function openUploads(folder: string): Uploads {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const store = new FileStore({ directory: folder })
  const admitted = new WeakMap<object, Admitted>()
  const meant = (request: { readonly runtime?: { readonly node?: { readonly req: object } } | undefined }): Admitted | undefined => {
    const node = request.runtime?.node?.req
    return node === undefined ? undefined : admitted.get(node)
  }
  const server = new Server({
    path: '/',
    datastore: store,
    allowedOrigins: () => false,
    getFileIdFromRequest: (request) => meant(request)?.id,
    async onUploadFinish(request) {
      await meant(request)?.finished()
      return {}
    },
  })
  return {
    async begin(id, bytes) {
      await store.create(new Upload({ id, size: bytes, offset: 0 }))
    },
    received: (id) => store.getUpload(id).then((upload) => upload.offset, () => undefined),
    answer(id, finished, request, response) {
      admitted.set(request, { id, finished })
      return server.handle(request, response)
    },
    fileOf: (id) => path.join(folder, id),
    lastPart: async (id) => (await stat(path.join(folder, id)).catch(() => undefined))?.mtime,
    async drop(id) {
      await store.remove(id).catch(() => undefined)
      // Put away, the file is gone and only the note of it is left.
      await store.configstore.delete(id).catch(() => undefined)
    },
  }
}
