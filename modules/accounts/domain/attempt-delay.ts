/** How wrong sign-ins of one kind slow down: so many are free, then each makes the next wait longer. */
export interface DelayRule {
  readonly free: number
  readonly firstSeconds: number
  readonly longestSeconds: number
  /** Without a further failure for so long, counting starts anew. */
  readonly forgottenAfterSeconds: number
}

/** Wrong passwords for one account from one place or one known device. */
export const accountDelay: DelayRule = { free: 4, firstSeconds: 5, longestSeconds: 15 * 60, forgottenAfterSeconds: 3600 }

/** Wrong passwords for any accounts from one place that is no known device; an office may share an address. */
export const placeDelay: DelayRule = { free: 60, firstSeconds: 5, longestSeconds: 15 * 60, forgottenAfterSeconds: 3600 }

/** Wrong codes after a right password, from any place that is no known device. */
export const codeDelay: DelayRule = { free: 20, firstSeconds: 30, longestSeconds: 3600, forgottenAfterSeconds: 24 * 3600 }

/** Seconds nobody is heard after this many failures in a row. */
export function waitAfter(failures: number, rule: DelayRule): number {
  if (failures <= rule.free) return 0
  return Math.min(rule.longestSeconds, rule.firstSeconds * 2 ** Math.min(failures - rule.free - 1, 30))
}

/** The place a request comes from, as far as it tells people apart: an IPv4 address, or an IPv6 network of a subscriber (/64). */
export function placeOf(source: string): string {
  const address = source.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')
}
