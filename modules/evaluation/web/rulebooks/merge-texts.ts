import { hunksOf, type Hunk } from './line-hunks.ts'

/** Both sides' changes of a text in one; null where they changed the same lines, or lines beside each other, otherwise. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const lines = base.split('\n')
  const own = hunksOf(lines, mine.split('\n'))
  const others = hunksOf(lines, theirs.split('\n'))
  const same = (a: Hunk, b: Hunk) => a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n')
  const left = others.filter((hunk) => !own.some((each) => same(each, hunk)))
  if (left.some((hunk) => own.some((each) => hunk.from <= each.to && each.from <= hunk.to))) return null
  const merged = [...lines]
  for (const hunk of [...own, ...left].sort((a, b) => b.from - a.from)) merged.splice(hunk.from, hunk.to - hunk.from, ...hunk.lines)
  return merged.join('\n')
}
