/** Frames a second as a fraction, exact: 30000/1001 is not 29.97. */
export interface FrameRate {
  readonly frames: number
  readonly seconds: number
}

/** The picture of a film (hình). */
export interface PictureFacts {
  readonly codec: string
  readonly width: number
  readonly height: number
  /** Null where the file does not say one, or it changes. */
  readonly rate: FrameRate | null
}

/** The sound (tiếng). */
export interface SoundFacts {
  readonly codec: string
  readonly channels: number
  readonly samplesPerSecond: number
}

/** What a film or sound is, as read from the file itself (thông số kỹ thuật). */
export interface MediaFacts {
  /** MP4, MXF, MPEG-TS, WAV. */
  readonly container: string
  /** The file ends before it says it does (bị cắt giữa chừng). */
  readonly cutOff: boolean
  /** Null where the file does not say, or is cut off. */
  readonly durationMs: number | null
  readonly picture: PictureFacts | null
  readonly sound: SoundFacts | null
}

const usualRates: readonly FrameRate[] = [
  { frames: 24_000, seconds: 1_001 },
  { frames: 24, seconds: 1 },
  { frames: 25, seconds: 1 },
  { frames: 30_000, seconds: 1_001 },
  { frames: 30, seconds: 1 },
  { frames: 50, seconds: 1 },
  { frames: 60_000, seconds: 1_001 },
  { frames: 60, seconds: 1 },
]

/** The fraction a decimal frame rate stands for: one of broadcasting when it is within half a thousandth, else thousandths; null for none. */
export function frameRateOf(decimal: number): FrameRate | null {
  if (!Number.isFinite(decimal) || decimal <= 0 || decimal > 1_000) return null
  return usualRates.find(({ frames, seconds }) => Math.abs(frames / seconds - decimal) < 0.0005) ?? { frames: Math.round(decimal * 1_000), seconds: 1_000 }
}

/** The frame (khung hình) shown at a moment, counted from 0. */
export function frameAt(ms: number, { frames, seconds }: FrameRate): number {
  return Math.floor((ms * frames) / (1_000 * seconds) + 0.001)
}

/** The moment in whole milliseconds at which a frame is on: never before it begins. */
export function momentOf(frame: number, { frames, seconds }: FrameRate): number {
  return Math.ceil((frame * 1_000 * seconds) / frames)
}

/** So many frames on or back from a moment, not before the start. */
export function stepFrames(ms: number, by: number, rate: FrameRate): number {
  return Math.max(0, momentOf(frameAt(ms, rate) + by, rate))
}

/** A moment as the desk writes it: minutes, seconds and frames, 01:23.12. */
export function showTimecode(ms: number, rate: FrameRate | null): string {
  const whole = Math.floor(ms / 1_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = `${two(Math.floor(whole / 60))}:${two(whole % 60)}`
  if (rate === null) return `${clock}.${String(Math.floor(ms % 1_000)).padStart(3, '0')}`
  return `${clock}.${two(frameAt(ms, rate) - frameAt(whole * 1_000 + 0.5, rate))}`
}
