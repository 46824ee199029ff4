import type { Handlers } from '#platform/http/handler.ts'
import type { Services } from '#platform/http/serve.ts'
import type { mediaRoutes } from '../../contract/media-routes.ts'
import { beginUpload } from './begin-upload.ts'
import { dropMedia } from './drop-media.ts'
import { getMedia } from './get-media.ts'
import { listMedia } from './list-media.ts'
import { getMediaRoom } from './media-room.ts'
import { getPicture, keepPicture } from './picture.ts'
import { playMedia } from './play-media.ts'
import { removeMedia } from './remove-media.ts'
import { searchMedia } from './search-media.ts'
import { setMediaRights } from './set-rights.ts'
import { uploadOffset, uploadPart } from './upload-parts.ts'

/** Handlers of media (phim, âm thanh). */
export function mediaHandlers(services: Services): Handlers<typeof mediaRoutes> {
  const { media } = services
  return {
    searchMedia: searchMedia(media),
    getMediaRoom: getMediaRoom(media),
    listMedia: listMedia(media),
    beginUpload: beginUpload(media),
    getMedia: getMedia(media),
    uploadOffset: uploadOffset(services),
    uploadPart: uploadPart(services),
    dropMedia: dropMedia(media),
    playMedia: playMedia(media),
    removeMedia,
    setMediaRights,
    keepPicture,
    getPicture,
  }
}
