import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'

const longestMs = 3_600_000
/** Demuxers that open no other file or address, whatever a film says. */
const formats = 'mov,mp4,matroska,webm,mxf,avi,mpegts,mpeg,asf,flv,ogg,wav,mp3,aac,flac'

/** Makes a light copy (bản xem nhẹ) of a film that any browser plays; answers whether there is one. Nothing is left behind when there is none. */
export async function makePreview(ffmpeg: string, file: string, into: string): Promise<boolean> {
  const reading = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-format_whitelist', formats, '-i', `file:${file}`]
  const picture = ['-map', '0:v:0?', '-vf', 'scale=-2:360', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30', '-pix_fmt', 'yuv420p']
  const sound = ['-map', '0:a:0?', '-c:a', 'aac', '-b:a', '64k', '-ac', '2']
  const made = await new Promise<boolean>((resolve) => {
    execFile(ffmpeg, [...reading, ...picture, ...sound, '-movflags', '+faststart', '-f', 'mp4', '-y', into], { timeout: longestMs, windowsHide: true }, (error) => resolve(error === null))
  })
  if (!made) await rm(into, { force: true })
  return made
}
