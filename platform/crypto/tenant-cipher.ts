import { createHmac } from 'node:crypto'
import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { openBytes, sealBytes, sealOverhead } from './aead.ts'
import { derivedKey } from './key-files.ts'

/** A key with its secret, or without when its file is missing or not the right one. */
export interface HeldKey {
  readonly id: string
  readonly secret: Buffer | undefined
}

const version = 1
const idBytes = 8
/** Bytes before nonce, tag and body: the version of the form, and the key. */
export const sealHead = 1 + idBytes
/** The least that something sealed takes. */
export const sealedLength = sealHead + sealOverhead

/** The key something was sealed with, or undefined when it is nothing sealed. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  if (sealed.byteLength < sealedLength || sealed[0] !== version) return undefined
  return Buffer.from(sealed.subarray(1, sealHead)).toString('hex')
}

/**
 * Seals the fields of one tenant (mã hóa trường dữ liệu). What is sealed names its key and opens only in the place it was
 * sealed for: the tenant, the field and the row. Refuses `platform.field-key-missing` and `platform.sealed-field-broken`.
 */
export class TenantCipher {
  readonly #tenantId: TenantId
  readonly #keys: readonly HeldKey[]
  readonly #derived = new Map<string, Buffer>()

  /** `keys`: the one in use first. */
  constructor(tenantId: TenantId, keys: readonly HeldKey[]) {
    this.#tenantId = tenantId
    this.#keys = keys
  }

  /** Seals under the key in use. `row` names the row within the field, as `personId/kind`. */
  seal(field: string, row: string, plain: Uint8Array): Buffer {
    const key = this.#inUse()
    const head = Buffer.concat([Buffer.of(version), Buffer.from(key.id, 'hex')])
    return Buffer.concat([head, sealBytes(this.#secret(key, 'seal'), plain, this.#place(head, field, row))])
  }

  /** What was sealed for exactly this place, under whichever key. */
  open(field: string, row: string, sealed: Uint8Array): Buffer {
    const id = keyIdOf(sealed)
    if (id === undefined) return refuse('platform.sealed-field-broken', { field })
    const key = this.#keys.find((known) => known.id === id) ?? { id, secret: undefined }
    const plain = openBytes(this.#secret(key, 'seal'), sealed.subarray(sealHead), this.#place(sealed.subarray(0, sealHead), field, row))
    return plain ?? refuse('platform.sealed-field-broken', { field })
  }

  /** The print of a text under the key in use (blind index): equal texts of one field and tenant have equal prints, and nobody makes one without the key. */
  print(field: string, text: string): Buffer {
    return this.#printUnder(this.#inUse(), field, text)
  }

  /** The prints of a text under every key, to look for it while rows move from one key to the next. */
  prints(field: string, text: string): Buffer[] {
    return this.#keys.map((key) => this.#printUnder(key, field, text))
  }

  #printUnder(key: HeldKey, field: string, text: string): Buffer {
    return createHmac('sha256', this.#secret(key, 'print')).update(framed(field, text)).digest()
  }

  #inUse(): HeldKey {
    const [key] = this.#keys
    if (key === undefined) throw new Error('no key was made yet')
    return key
  }

  #secret(key: HeldKey, purpose: 'seal' | 'print'): Buffer {
    if (key.secret === undefined) return refuse('platform.field-key-missing', { key: key.id })
    const name = `${key.id} ${purpose}`
    const known = this.#derived.get(name) ?? derivedKey(key.secret, `${purpose} ${this.#tenantId}`)
    this.#derived.set(name, known)
    return known
  }

  #place(head: Uint8Array, field: string, row: string): Buffer {
    return Buffer.concat([head, framed(this.#tenantId, field, row)])
  }
}

/** Texts one after another, each with its length, so that no two lists look the same. */
function framed(...texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.byteLength)
      return [length, bytes]
    }),
  )
}
