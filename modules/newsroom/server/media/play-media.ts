import { pipeline } from 'node:stream/promises'
import { refuse } from '#kernel/refusal.ts'
import { flow } from '#platform/http/handler.ts'
import { askedRange } from '#platform/media-store/byte-range.ts'
import { previewName, type MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import type { MediaFacts } from '../../domain/media/facts.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readMedia } from './media-row.ts'

/** What browsers play, by the name MediaInfo gives it. */
const typeOf: Readonly<Record<string, string>> = { 'MPEG-4': 'video/mp4', 'QuickTime': 'video/mp4', 'WebM': 'video/webm', 'Matroska': 'video/x-matroska', 'Ogg': 'video/ogg', 'Wave': 'audio/wav', 'MPEG Audio': 'audio/mpeg', 'FLAC': 'audio/flac', 'ADTS': 'audio/aac', 'MPEG-TS': 'video/mp2t' }

/** The bytes of a film or of its light copy, by stretches where asked. */
export function playMedia(store: MediaStore) {
  return flow(mediaRoutes.playMedia, async ({ params, query: asked, actor, read, today }) => {
    const row = await readMedia(read, actor, await unitsOfDay(read, actor, today), params.mediaId)
    if (row.state !== 'ready' || (asked.preview === true && !row.preview)) return refuse('platform.not-found')
    const name = asked.preview === true ? previewName(row.id) : row.id
    const size = await store.place.size(name)
    if (size === undefined || (name === row.id && size !== row.bytes)) return refuse('platform.stored-file-damaged', { id: row.id, problem: size === undefined ? 'missing' : 'altered' })
    const contentType = asked.preview === true ? 'video/mp4' : (typeOf[(row.facts as unknown as MediaFacts).container] ?? 'application/octet-stream')
    return async (request, response) => {
      const wanted = askedRange(request.headers.range, size)
      response.setHeader('cache-control', 'no-store').setHeader('accept-ranges', 'bytes')
      if (wanted.kind === 'none') return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      const { start, end } = wanted.range
      response.writeHead(wanted.kind === 'part' ? 206 : 200, {
        'content-type': contentType,
        'content-length': end - start + 1,
        ...(wanted.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
      })
      if (request.method === 'HEAD') return void response.end()
      // Whoever looks elsewhere in the film, or closes the page, ends the answer in the middle.
      await pipeline(await store.place.read(name, { start, end }), response).catch(() => response.destroy())
    }
  })
}
