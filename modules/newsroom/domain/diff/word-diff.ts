import { commonRuns } from './common-runs.ts'

/** A part of two texts: it stands in both, only before, or only after. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

// A number with its points, commas and strokes is one part: half a number is no difference that anybody could read.
const part = /\p{Nd}+(?:[.,:/]\p{Nd}+)*|[\p{L}\p{M}]+|\s+|[^\p{L}\p{M}\p{Nd}\s]/gu
const blank = /^\s+$/

/** The words, numbers, blanks and single marks of a text; together they are the text. */
export function splitWords(text: string): readonly string[] {
  return text.match(part) ?? []
}

interface Passage {
  same: string
  removed: string
  added: string
}

/** What stays, then what was there and what stands there now; a blank between two changes belongs to them, so that a phrase stays together. */
function passagesOf(before: readonly string[], after: readonly string[]): Passage[] {
  const passages: Passage[] = []
  let beforeAt = 0
  let afterAt = 0
  let same = ''
  for (const run of [...commonRuns(before, after), { before: before.length, after: after.length, length: 0 }]) {
    const removed = before.slice(beforeAt, run.before).join('')
    const added = after.slice(afterAt, run.after).join('')
    if (removed !== '' || added !== '') {
      const last = passages.at(-1)
      if (last !== undefined && blank.test(same)) {
        last.removed += same + removed
        last.added += same + added
      } else passages.push({ same, removed, added })
      same = ''
    }
    beforeAt = run.before + run.length
    afterAt = run.after + run.length
    same += before.slice(run.before, beforeAt).join('')
  }
  return same === '' ? passages : [...passages, { same, removed: '', added: '' }]
}

/**
 * What changed between two texts (khác biệt theo từ). Without the added parts they are the text before, without the removed ones the
 * text after, sign by sign. Five thousand words with twenty changes take about 10 ms, another text altogether 0.6 s.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const parts: DiffPart[] = []
  for (const passage of passagesOf(splitWords(before), splitWords(after))) {
    for (const kind of ['same', 'removed', 'added'] as const) if (passage[kind] !== '') parts.push({ kind, text: passage[kind] })
  }
  return parts
}
