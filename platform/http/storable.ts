import { createHash } from 'node:crypto'
import type { Problem } from '#platform/contract/error.ts'

const deepest = 32

/**
 * What the database could never keep, whatever the contract says of it: NUL characters, halves of a character pair,
 * and values nested deeper than any form needs. Answers the first such place, or undefined.
 */
export function unstorable(value: unknown, where: string, depth = 0): Problem | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { path: where, code: 'invalid_format', message: 'nul-character', expected: 'text' }
    if (!value.isWellFormed()) return { path: where, code: 'invalid_format', message: 'half-character', expected: 'text' }
    return undefined
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined
  if (depth === deepest) return { path: where, code: 'too_big', message: 'too-deep', expected: `≤ ${deepest}` }
  for (const [key, part] of Object.entries(value)) {
    const problem = unstorable(key, where) ?? unstorable(part, `${where}.${key}`, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** SHA-256 of what a command was asked: its method, address and body. */
export function requestPrint(method: string, url: string, body: unknown): string {
  const hash = createHash('sha256').update(`${method} ${url}\n`)
  if (body instanceof Uint8Array) hash.update(body)
  else if (body !== undefined) hash.update(JSON.stringify(body))
  return hash.digest('hex')
}
