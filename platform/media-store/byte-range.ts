import type { ByteRange } from './media-place.ts'

/** What a request for a stretch of a file gets: all of it, a part, or that there is no such part. */
export type AskedRange = { readonly kind: 'whole' | 'part'; readonly range: ByteRange } | { readonly kind: 'none' }

/** Reads a Range header (RFC 9110, 14.2) for one stretch; several, or what cannot be read, get the whole file. */
export function askedRange(header: string | undefined, size: number): AskedRange {
  const whole = { kind: 'whole', range: { start: 0, end: size - 1 } } as const
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return whole
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size || (first === '' && Number(last) === 0)) return { kind: 'none' }
  return end < start ? whole : { kind: 'part', range: { start, end } }
}
