import { parseIsoDate } from '#kernel/calendar-date.ts'
import { isUuid } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'

export type KeyPart = 'text' | 'uuid' | 'date' | 'decimal-or-null' | 'instant' | 'number'

const checks: Record<KeyPart, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 300,
  uuid: (value) => typeof value === 'string' && isUuid(value),
  date: (value) => typeof value === 'string' && parseIsoDate(value) !== undefined,
  'decimal-or-null': (value) => value === null || (typeof value === 'string' && /^-?\d{1,9}(\.\d{1,6})?$/.test(value)),
  number: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31,
  instant: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
}

/** Reads the place a page goes on from. A key somebody made up is refused, never sent to the database. */
export function pageKey<const Parts extends readonly KeyPart[]>(after: string, parts: Parts): { [At in keyof Parts]: Parts[At] extends 'decimal-or-null' ? string | null : Parts[At] extends 'number' ? number : string } {
  let read: unknown
  try {
    read = JSON.parse(after)
  } catch {
    refuse('platform.bad-page-key', {})
  }
  if (!Array.isArray(read) || read.length !== parts.length || !parts.every((part, at) => checks[part](read[at]))) refuse('platform.bad-page-key', {})
  return read as never
}
