import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** 64 lower-case hexadecimal digits: a SHA-256 as every file of the ledger writes it. */
export type Hex = string

/** The previous hash of the first link. */
export const genesis: Hex = '0'.repeat(64)

/** Whether a value is a SHA-256 in hexadecimal digits. */
export function isHex(value: unknown): value is Hex {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

/** SHA-256 of a value's canonical form (RFC 8785, JSON Canonicalization Scheme). Throws on what is no JSON value. */
export function canonicalHash(value: object): Hex {
  return hash('sha256', canonicalText(value))
}

/** The canonical form of a value (RFC 8785). Throws on what is no JSON value. */
export function canonicalText(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** What an entry says, as it is hashed and exported: `docs/ledger.md` says every field. */
export interface EntryContent {
  readonly v: 'thuocdo-entry-1'
  readonly tenant: string
  readonly id: string
  /** UTC with six decimals of a second. */
  readonly at: string
  readonly account: string | null
  readonly person: string | null
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly about: readonly string[]
  readonly data: unknown
  /** {@link answerDigest}; null for what asked and answered nothing that is kept. */
  readonly answer: Hex | null
}

/** The hash an entry carries and its link chains. */
export function entryHash(content: EntryContent): Hex {
  return canonicalHash(content)
}

/**
 * One digest over the request's number, its print and the reply, none of which leave in an export: the number is random
 * and never exported, so what was asked or answered cannot be guessed from the digest.
 */
export function answerDigest(request: string | null, print: string | null, reply: unknown): Hex | null {
  if (request === null && (reply === undefined || reply === null)) return null
  return canonicalHash({ v: 'thuocdo-answer-1', request, print, reply: reply ?? null })
}

/** A link: its place in the chain, the entry, and the link before. */
export interface Link {
  readonly tenant: string
  readonly seq: number
  readonly entry: string
  readonly entryHash: Hex
  readonly previous: Hex
}

/** What a link says, in canonical form; timestamps are over this text. */
export function linkText({ tenant, seq, entry, entryHash, previous }: Link): string {
  return canonicalText({ v: 'thuocdo-link-1', tenant, seq, entry, hash: entryHash, previous })
}

/** The hash of a link, which the next one names. */
export function linkHash(link: Link): Hex {
  return hash('sha256', linkText(link))
}
