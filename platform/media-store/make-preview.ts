import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'

const longestMs = 6 * 3_600_000
/** Demuxers that open no other file or address, whatever a film says. */
const formats = 'mov,mp4,matroska,webm,mxf,avi,mpegts,mpeg,asf,flv,ogg,wav,mp3,aac,flac'

/**
 * Makes a light copy (bản xem nhẹ) of a film that any browser plays; answers whether there is one. Nothing is left behind when there is none, also when it is
 * stopped in the middle.
 */
export async function makePreview(ffmpeg: string, file: string, into: string, signal?: AbortSignal): Promise<boolean> {
  const reading = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-format_whitelist', formats, '-i', `file:${file}`]
  // Only what cameras mark as interlaced is changed; a timecode track or a name of the camera is nothing to look at.
  const picture = ['-map', '0:v:0?', '-vf', 'yadif=deint=interlaced,scale=-2:360', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30', '-pix_fmt', 'yuv420p']
  const sound = ['-map', '0:a:0?', '-c:a', 'aac', '-b:a', '64k', '-ac', '2']
  const made = await new Promise<boolean>((resolve) => {
    const child = execFile(ffmpeg, [...reading, ...picture, ...sound, '-map_metadata', '-1', '-write_tmcd', '0', '-movflags', '+faststart', '-f', 'mp4', '-y', into], { timeout: longestMs, windowsHide: true, killSignal: 'SIGKILL', ...(signal === undefined ? {} : { signal }) }, (error) => resolve(error === null))
    if (child.pid !== undefined) giveWay(child.pid)
  })
  if (!made) await rm(into, { force: true, maxRetries: 5 })
  return made
}

/** What is on air goes before a copy to look at. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already.
  }
}
