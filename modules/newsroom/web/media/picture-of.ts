import { mostPictureBytes } from '../../contract/media-routes.ts'

const width = 320
const qualities = [0.8, 0.6, 0.4]

/** The frame a player shows as a small JPEG; null where the browser has none to give. */
export async function pictureOf(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.max(1, Math.round((width * video.videoHeight) / video.videoWidth))
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  for (const quality of qualities) {
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (picture === null || picture.size <= mostPictureBytes) return picture
  }
  return null
}

/** A frame some way into a film at an address, without showing it; null where this browser does not play it. */
export async function pictureAt(address: string): Promise<Blob | null> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  try {
    const heard = (name: string) => new Promise<boolean>((resolve) => {
      video.addEventListener(name, () => resolve(true), { once: true })
      video.addEventListener('error', () => resolve(false), { once: true })
      setTimeout(() => resolve(false), 20_000)
    })
    const loaded = heard('loadeddata')
    video.src = address
    if (!(await loaded)) return null
    const moved = heard('seeked')
    video.currentTime = Number.isFinite(video.duration) ? Math.min(video.duration / 10, 10) : 0
    return (await moved) ? await pictureOf(video) : null
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}
