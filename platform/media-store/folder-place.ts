import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from '#platform/files/write-whole.ts'
import type { MediaPlace } from './media-place.ts'

const readOnly = 0o400
const writable = 0o600

/** Media in a local folder, which must be on one disk with the uploads. */
export function folderPlace(folder: string): MediaPlace {
  const pathOf = (name: string): string => path.join(folder, name.slice(0, 2), name)
  const size = async (name: string): Promise<number | undefined> => (await stat(pathOf(name)).catch(() => undefined))?.size
  return {
    size,
    async keep(name, file) {
      if ((await size(name)) !== undefined) return rm(file, { force: true })
      const kept = pathOf(name)
      await mkdir(path.dirname(kept), { recursive: true })
      const handle = await open(file, 'r+')
      await handle.sync().finally(() => handle.close())
      await chmod(file, readOnly)
      await rename(file, kept)
      await syncFolder(path.dirname(kept))
    },
    async read(name, { start, end }) {
      const handle = await open(pathOf(name), 'r')
      return createReadStream('', { fd: handle, start, end, highWaterMark: 1 << 18 })
    },
    async discard(name) {
      await chmod(pathOf(name), writable).catch(() => undefined)
      await rm(pathOf(name), { force: true })
    },
  }
}
