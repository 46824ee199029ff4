/** A film as small as one may be: an AVI of so many one-byte frames, without sound. */
export function smallAvi({ frames, framesPerSecond, width, height }: { frames: number; framesPerSecond: number; width: number; height: number }): Buffer {
  const words = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4)
    values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4))
    return bytes
  }
  const chunk = (name: string, ...parts: Buffer[]): Buffer => {
    const inside = Buffer.concat(parts)
    return Buffer.concat([Buffer.from(name), words(inside.byteLength), inside, Buffer.alloc(inside.byteLength % 2)])
  }
  const list = (name: string, ...parts: Buffer[]): Buffer => chunk('LIST', Buffer.from(name), ...parts)
  const head = chunk('avih', words(Math.round(1_000_000 / framesPerSecond), 0, 0, 0x10, frames, 0, 1, 0, width, height, 0, 0, 0, 0))
  const stream = chunk('strh', Buffer.from('vidsMJPG'), words(0, 0, 0, 1, framesPerSecond, 0, frames, 0, 0, 0), words(0, 0))
  const format = chunk('strf', words(40, width, height, 1 | (24 << 16)), Buffer.from('MJPG'), words(width * height * 3, 0, 0, 0, 0))
  const pictures = Array.from({ length: frames }, () => chunk('00dc', Buffer.from([0xff, 0xd8, 0xff, 0xd9])))
  const index = chunk('idx1', ...pictures.map((_, at) => Buffer.concat([Buffer.from('00dc'), words(0x10, 4 + at * 12, 4)])))
  return chunk('RIFF', Buffer.from('AVI '), list('hdrl', head, list('strl', stream, format)), list('movi', ...pictures), index)
}
