/** The longest id, slug or status of MOS, in UTF-16 units. */
export const longestName = 128
/** The longest path of an object. */
export const longestPath = 255

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** One line of at most `longest` signs, in composed letters; whoever sees it never sees half a letter. */
export function cutText(text: string, longest = longestName): string {
  const line = text.normalize('NFC').toWellFormed().replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  let cut = ''
  for (const { segment } of graphemes.segment(line)) {
    if (cut.length + segment.length > longest) break
    cut += segment
  }
  return cut.trimEnd()
}
