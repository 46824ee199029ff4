/** The text as the reader sees it, and where each of its signs stood in what was written. */
export interface CleanText {
  readonly text: string
  /** For each UTF-16 unit of `text`, and one past its end, the offset in the written text; null where every sign stands in its own place. */
  readonly offsets: readonly number[] | null
}

const silent = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/
const mark = /^\p{M}$/u
const blank = /^[^\S\n]$/

// Signs that keyboards and old records put in place of another. Ð and ð are Icelandic and look like Đ and đ.
const alike: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2212', '-'],
  ['\u2044', '/'],
  ['\u2019', "'"],
  ['\u2032', "'"],
  ['\u201d', '"'],
  ['\u2033', '"'],
  ['\u00ba', '°'],
  ['\u00d0', 'Đ'],
  ['\u00f0', 'đ'],
  ['\r', ' '],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
])

/** Signs that stay as they are unless a mark follows: what nearly all of news is written with. */
const ordinary = /[\n -~À-ÏÑ-ïñ-žƠơƯưẠ-ỹ–—“…]+/y
/** What a sign is taken for; the signs of all texts together are few. */
const taken = new Map<string, string>()
const mostTaken = 5_000
const longestSign = 4

function takenFor(cluster: string): string {
  const known = taken.get(cluster)
  if (known !== undefined) return known
  const composed = cluster.normalize('NFC')
  const found = alike.get(composed) ?? (blank.test(composed) ? ' ' : composed)
  if (taken.size >= mostTaken) taken.clear()
  if (cluster.length <= longestSign) taken.set(cluster, found)
  return found
}

/**
 * One spelling of the text: letters composed (NFC), every blank a plain one, look-alike dashes and quotes one sign, zero-width signs
 * left out. Line ends stay. Each sign knows where it was written, so that pieces can be cut from the original.
 */
export function cleanText(written: string): CleanText {
  ordinary.lastIndex = 0
  if (ordinary.test(written) && ordinary.lastIndex === written.length) return { text: written, offsets: null }
  let text = ''
  const offsets: number[] = []
  let from = 0
  let cluster = ''
  const flush = (): void => {
    const said = takenFor(cluster)
    for (let i = 0; i < said.length; i++) offsets.push(from)
    text += said
    cluster = ''
  }
  for (let at = 0; at < written.length; ) {
    ordinary.lastIndex = at
    const last = ordinary.test(written) ? ordinary.lastIndex - 1 : at
    if (cluster !== '' && last > at) flush()
    text += written.slice(at, last)
    for (; at < last; at++) offsets.push(at)
    const sign = String.fromCodePoint(written.codePointAt(at) ?? 0)
    if (!silent.test(sign)) {
      if (cluster !== '' && !mark.test(sign)) flush()
      if (cluster === '') from = at
      cluster += sign
    }
    at += sign.length
  }
  if (cluster !== '') flush()
  offsets.push(written.length)
  // What stands before the first sign belongs to it.
  offsets[0] = 0
  return { text, offsets }
}
