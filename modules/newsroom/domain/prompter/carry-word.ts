import { commonRuns } from '../diff/common-runs.ts'
import { writtenWords } from './words.ts'

/** Where a word of a text stands after the text was changed: the same word, or, if it is gone, what comes after the last one before it that stayed. */
export function carryWord(before: string, after: string, word: number): number {
  const runs = commonRuns(plainWords(before), plainWords(after))
  for (const run of runs) if (word >= run.before && word < run.before + run.length) return run.after + word - run.before
  const last = runs.filter((run) => run.before + run.length <= word).at(-1)
  return last === undefined ? 0 : last.after + last.length
}

/** The written words that a change put in, or that come right after words it took out. */
export function changedWords(before: string, after: string): ReadonlySet<number> {
  const [old, now] = [plainWords(before), plainWords(after)]
  const changed = new Set<number>()
  let [oldAt, nowAt] = [0, 0]
  for (const run of [...commonRuns(old, now), { before: old.length, after: now.length, length: 0 }]) {
    for (let at = nowAt; at < run.after; at++) changed.add(at)
    if (run.before > oldAt && run.after === nowAt) changed.add(Math.min(run.after, now.length - 1))
    oldAt = run.before + run.length
    nowAt = run.after + run.length
  }
  return changed
}

function plainWords(text: string): string[] {
  return writtenWords(text.normalize('NFC')).map((word) => word.text)
}
