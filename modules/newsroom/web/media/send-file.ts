import { DetailedError, Upload } from 'tus-js-client'
import { accountHeaders, addressOf, errorOf } from '#platform/web/client.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import type { MediaItem } from './media-item.ts'

const partBytes = 16 * 2 ** 20
/** Waits between tries; every part that arrives begins them anew. */
const patience = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000]

/** A file on its way. */
export interface Sending {
  pause(): void
}

interface Heard {
  readonly onProgress: (received: number) => void
  readonly onDone: () => void
  readonly onError: (error: Error) => void
}

/** Sends a file from where the server has it, part by part, again and again while the line is bad. */
export function sendFile(id: MediaItem['id'], file: File, { onProgress, onDone, onError }: Heard): Sending {
  const upload = new Upload(file, {
    uploadUrl: new URL(addressOf(mediaRoutes.uploadPart, { params: { mediaId: id } }), location.href).href,
    chunkSize: partBytes,
    retryDelays: patience,
    headers: accountHeaders(),
    addRequestId: true,
    storeFingerprintForResuming: false,
    onProgress: (sent) => onProgress(sent),
    onSuccess: onDone,
    onError: (error) => onError(plain(error)),
  })
  upload.start()
  return { pause: () => void upload.abort() }
}

/** What the server said, in the words of every other refusal; anything else is a lost line. */
function plain(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null
  return answer === null ? errorOf(504, '') : errorOf(answer.getStatus(), answer.getBody())
}
