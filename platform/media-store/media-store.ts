import { mkdirSync } from 'node:fs'
import { link, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { freeBytes, reserveBytes } from '#platform/files/room.ts'
import { folderPlace } from './folder-place.ts'
import { makePreview } from './make-preview.ts'
import type { MediaPlace } from './media-place.ts'
import type { MediaSettings } from './media-settings.ts'
import { printOf } from './print-of.ts'
import { readFacts, type ReadFacts } from './read-facts.ts'
import { scanFile, type ScanResult } from './scan.ts'
import { openUploads, type Uploads } from './uploads.ts'

/** Films and sound of many gigabytes (kho phim): uploads under way, and what has come whole, by name. */
export interface MediaStore {
  readonly uploads: Uploads
  readonly place: MediaPlace
  /** Bytes a committee may keep in all; null is as many as the disk takes. */
  readonly quota: number | null
  /** Whether so many more bytes can be taken, and leave room for those who must still write. */
  hasRoom(bytes: number): Promise<boolean>
  /** SHA-256 of an upload, read as a stream. */
  printOf(id: string): Promise<Buffer>
  factsOf(id: string): Promise<ReadFacts>
  /** `clean` also where nothing is set to look. */
  scan(id: string): Promise<ScanResult>
  /** Puts a whole upload where it stays; what lies there already stays. */
  putAway(id: string): Promise<void>
  /** Films put away whose light copy is still to be made, where an ffmpeg is there. */
  awaitingPreview(): Promise<string[]>
  /** Makes and keeps a light copy; answers whether there is one. Stopped in the middle it is made anew another time. */
  preview(id: string, signal?: AbortSignal): Promise<boolean>
  /** Takes a film and its light copy away for good; answers whether all is gone, which it is not while a light copy is being made. */
  forget(id: string): Promise<boolean>
}

/** Under which name a light copy lies. */
export function previewName(id: string): string {
  return `${id}.preview`
}

/** Opens the store. In a bucket whole media lie there; uploads come in on the local disk first, where they are looked at. */
export function openMediaStore(settings: MediaSettings): MediaStore {
  const uploads = openUploads(path.join(settings.folder, 'uploads'))
  const sources = path.join(settings.folder, 'for-previews')
  mkdirSync(sources, { recursive: true, mode: 0o700 })
  const place = settings.bucket === null ? folderPlace(path.join(settings.folder, 'kept')) : lazily(settings.bucket)
  const inHand = new Set<string>()
  const makeAndKeep = async (id: string, signal?: AbortSignal): Promise<boolean> => {
    const [source, file] = [path.join(sources, id), path.join(sources, `${id}.mp4`)]
    const made = settings.ffmpeg !== null && (await makePreview(settings.ffmpeg, source, file, signal))
    if (!made && signal?.aborted) return false
    if (made) await place.keep(previewName(id), file)
    await rm(source, { force: true })
    return made
  }
  return {
    uploads,
    place,
    quota: settings.quota,
    hasRoom: async (bytes) => (await freeBytes(settings.folder)) - bytes > reserveBytes,
    printOf: (id) => printOf(uploads.fileOf(id)),
    factsOf: (id) => readFacts(uploads.fileOf(id)),
    scan: (id) => (settings.scan === null ? Promise.resolve('clean') : scanFile(uploads.fileOf(id), settings.scan)),
    async putAway(id) {
      // A second name for the same bytes, not a second copy; on a disk that knows no links there is no light copy.
      if (settings.ffmpeg !== null) await link(uploads.fileOf(id), path.join(sources, id)).catch(() => undefined)
      await place.keep(id, uploads.fileOf(id))
      await uploads.drop(id)
    },
    awaitingPreview: () => (settings.ffmpeg === null ? Promise.resolve([]) : readdir(sources).then((names) => names.filter((name) => !name.includes('.')))),
    async preview(id, signal) {
      inHand.add(id)
      return makeAndKeep(id, signal).finally(() => inHand.delete(id))
    },
    async forget(id) {
      if (inHand.has(id)) return false
      await rm(path.join(sources, id), { force: true })
      await place.discard(previewName(id))
      await place.discard(id)
      return true
    },
  }
}

/** The S3 client is a large library; it is loaded where a bucket is set, at the first use. */
function lazily(settings: NonNullable<MediaSettings['bucket']>): MediaPlace {
  let opened: Promise<MediaPlace> | undefined
  const open = (): Promise<MediaPlace> => (opened ??= import('./bucket-place.ts').then(({ bucketPlace }) => bucketPlace(settings)))
  return {
    keep: async (name, file) => (await open()).keep(name, file),
    size: async (name) => (await open()).size(name),
    read: async (name, range) => (await open()).read(name, range),
    discard: async (name) => (await open()).discard(name),
  }
}
