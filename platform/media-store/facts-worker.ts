import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import openMediaInfo, { type AudioTrack, type GeneralTrack, type Track, type VideoTrack } from 'mediainfo.js'
import type { ReadFacts } from './read-facts.ts'

const longestName = 40
/** A day: no film is longer. */
const mostMs = 86_400_000

async function read(file: string): Promise<ReadFacts> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const info = await openMediaInfo({ format: 'object' })
    const result = await info.analyzeData(size, async (length, offset) => {
      const piece = new Uint8Array(length)
      const { bytesRead } = await handle.read(piece, 0, length, offset)
      return piece.subarray(0, bytesRead)
    })
    return factsOf(result.media?.track ?? [])
  } finally {
    await handle.close()
  }
}

function factsOf(tracks: readonly Track[]): ReadFacts {
  const general = tracks.find((track): track is GeneralTrack => track['@type'] === 'General')
  const video = tracks.find((track): track is VideoTrack => track['@type'] === 'Video')
  const audio = tracks.find((track): track is AudioTrack => track['@type'] === 'Audio')
  const cutOff = general?.extra?.['IsTruncated'] === 'Yes'
  if (video === undefined && audio === undefined) return { kind: cutOff ? 'unreadable' : 'not-media' }
  // What is cut off still says how long it was meant to be.
  const seconds = cutOff ? null : figure(general?.Duration ?? video?.Duration ?? audio?.Duration)
  return {
    kind: 'media',
    facts: {
      container: name(general?.Format),
      cutOff,
      durationMs: seconds === null ? null : Math.min(mostMs, Math.round(seconds * 1_000)),
      picture: video === undefined ? null : { codec: name(video.Format), width: whole(video.Width), height: whole(video.Height), framesPerSecond: figure(video.FrameRate) },
      sound: audio === undefined ? null : { codec: name(audio.Format), channels: whole(audio.Channels), samplesPerSecond: whole(audio.SamplingRate) },
    },
  }
}

/** Names of formats are ASCII words; a file that says something else says nothing. */
function name(text: string | undefined): string {
  return text !== undefined && text.length <= longestName && /^[\w .,/+()-]+$/.test(text) ? text : '?'
}

function figure(value: unknown): number | null {
  const number = Number(value)
  return value === undefined || !Number.isFinite(number) || number <= 0 ? null : number
}

function whole(value: unknown): number {
  return Math.min(1_000_000, Math.round(figure(value) ?? 0))
}

parentPort?.postMessage(await read(workerData as string))
