import { createHash, hash } from 'node:crypto'
import type { Problem } from '#platform/contract/error.ts'

const deepest = 32

/**
 * What the database could never keep, whatever the contract says of it: NUL characters, halves of a character pair,
 * and values nested deeper than any form needs. Answers the first such place, or undefined.
 */
export function unstorable(value: unknown, where: string): Problem | undefined {
  const found = fault(value, 0)
  return found && { ...found, path: where + found.path }
}

/** The path is put together on the way back: nearly every request has nothing to name. */
function fault(value: unknown, depth: number): Problem | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { path: '', code: 'invalid_format', message: 'nul-character', expected: 'text' }
    if (!value.isWellFormed()) return { path: '', code: 'invalid_format', message: 'half-character', expected: 'text' }
    return undefined
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined
  if (depth === deepest) return { path: '', code: 'too_big', message: 'too-deep', expected: `≤ ${deepest}` }
  for (const [key, part] of Object.entries(value)) {
    const inName = fault(key, depth)
    if (inName !== undefined) return inName
    const inPart = fault(part, depth + 1)
    if (inPart !== undefined) return { ...inPart, path: `.${key}${inPart.path}` }
  }
  return undefined
}

/** SHA-256 of what a command was asked: its method, address and body. */
export function requestPrint(method: string, url: string, body: unknown): string {
  const address = `${method} ${url}\n`
  if (body instanceof Uint8Array) return createHash('sha256').update(address).update(body).digest('hex')
  return hash('sha256', body === undefined ? address : address + JSON.stringify(body))
}
