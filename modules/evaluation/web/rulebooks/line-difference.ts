import { hunksOf } from './line-hunks.ts'

/** One line of two texts beside each other. */
export interface LineDifference {
  readonly side: 'mine' | 'theirs'
  readonly line: number
  readonly text: string
}

/** The lines that only one of two texts has, in their order; where the texts are too far apart, all of what differs. */
export function lineDifference(mine: string, theirs: string): LineDifference[] {
  const own = mine.split('\n')
  return hunksOf(own, theirs.split('\n')).flatMap(({ from, to, at, lines }) => [
    ...lines.map((text, i): LineDifference => ({ side: 'theirs', line: at + i + 1, text })),
    ...own.slice(from, to).map((text, i): LineDifference => ({ side: 'mine', line: from + i + 1, text })),
  ])
}
