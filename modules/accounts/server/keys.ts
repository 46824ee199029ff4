import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { openBytes, sealBytes } from '#platform/crypto/aead.ts'

/** Keys made from the secret of the data folder, each for one purpose. */
export interface Keys {
  /** Encrypts what the database must not show, as text. */
  seal(text: string): string
  /** The text again; undefined when it was sealed under another secret or altered. */
  unseal(sealed: string): string | undefined
  /** A print of a short code that nobody can make from the database alone. */
  print(text: string): string
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
}

/** Derives the keys (HKDF-SHA-256). */
export function createKeys(secret: string): Keys {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'thuocdo', purpose, 32))
  const [sealing, printing, signing] = [key('seal'), key('print'), key('sign')]
  const sign = (text: string): string => createHmac('sha256', signing).update(text).digest('base64url')
  return {
    seal: (text) => sealBytes(sealing, Buffer.from(text)).toString('base64url'),
    unseal: (sealed) => openBytes(sealing, Buffer.from(sealed, 'base64url'))?.toString('utf8'),
    print: (text) => createHmac('sha256', printing).update(text).digest('base64url'),
    sign,
    isSigned(text, signature) {
      const [wanted, given] = [Buffer.from(sign(text)), Buffer.from(signature)]
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}

/** A secret nobody can guess: 256 bits as text for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
