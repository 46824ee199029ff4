import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** A QR code as a black and white PNG, one pixel a module; capitals and digits make a small one. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const rows = data.map((row) => {
    const bits = Buffer.alloc(1 + Math.ceil(size / 8))
    row.forEach((dark, x) => {
      if (!dark) bits[1 + (x >> 3)] = (bits[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    })
    return bits
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 1
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
