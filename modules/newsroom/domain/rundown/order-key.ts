/** Signs of an order key, in the order PostgreSQL's "C" collation and JavaScript both compare them. */
const signs = '0123456789abcdefghijklmnopqrstuvwxyz'
const last = signs.length - 1

function valueAt(key: string, place: number): number {
  const sign = key.at(place)
  return sign === undefined ? 0 : signs.indexOf(sign)
}

/**
 * A key between two others (khóa thứ tự); null is the very beginning or end. A move writes one key and touches no other row, so two people who move two
 * items at once both get what they asked for. No key ends in the lowest sign, so there is always room before it. Throws RangeError when `before` is not below `after`.
 */
export function keyBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`no key between ${before} and ${after}`)
  let key = ''
  let open = after === null
  for (let place = 0; ; place++) {
    const low = before === null ? 0 : valueAt(before, place)
    const high = open ? last + 1 : valueAt(after ?? '', place)
    if (high - low > 1) return key + signs.charAt(Math.floor((low + high) / 2))
    key += signs.charAt(low)
    if (high > low) open = true
  }
}

/** Keys for a list made at once, evenly short. */
export function keysFor(count: number): string[] {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(signs.length)))
  const step = Math.floor(signs.length ** width / (count + 1))
  return Array.from({ length: count }, (_, at) => ((at + 1) * step).toString(signs.length).padStart(width, '0').replace(/0+$/, ''))
}
