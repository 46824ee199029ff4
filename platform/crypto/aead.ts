import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** What sealing adds to the length. */
export const sealOverhead = nonceBytes + tagBytes

/** Seals bytes with AES-256-GCM under a fresh nonce: nonce, tag, body. They open only with the same key and the same `about`. */
export function sealBytes(key: Buffer, plain: Uint8Array, about: Uint8Array = Buffer.alloc(0)): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(about)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The bytes again; undefined when key or `about` is another, or anything was altered. */
export function openBytes(key: Buffer, sealed: Uint8Array, about: Uint8Array = Buffer.alloc(0)): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(about)
    decipher.setAuthTag(sealed.subarray(nonceBytes, sealOverhead))
    return Buffer.concat([decipher.update(sealed.subarray(sealOverhead)), decipher.final()])
  } catch {
    return undefined
  }
}
