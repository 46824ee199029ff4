import { useEffect, useState } from 'react'
import { useRefresh } from '#platform/web/load.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { sendFile } from './send-file.ts'
import { createUploadQueue, type UploadQueue, type UploadStates } from './upload-queue.ts'

/** The files sent from this page and how they stand; leaving the page pauses them. */
export type Uploads = UploadQueue & { readonly states: UploadStates }

export function useUploads(): Uploads {
  const refresh = useRefresh()
  const [states, setStates] = useState<UploadStates>(new Map())
  const [queue] = useState(() => createUploadQueue(sendFile, setStates, () => void refresh(mediaRoutes.listMedia, mediaRoutes.searchMedia, mediaRoutes.getMediaRoom)))
  useEffect(() => {
    addEventListener('online', queue.lineIsBack)
    return () => {
      removeEventListener('online', queue.lineIsBack)
      queue.stop()
    }
  }, [queue])
  return { ...queue, states }
}
