import type { EngineInput } from '../../domain/compute.ts'
import { describeChanges, type RulebookChange } from '../../domain/rulebook/describe-changes.ts'
import { readSource, writeSource, type SourcePath, type SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import type { InputProblem } from '../../domain/scoring/types.ts'
import { differs, rescore, whyDifferent, type KnownScore } from '../../domain/simulation.ts'
import { runExample } from '../rulebook/check-rulebook.ts'
import { readRulebook, type ReadRulebook } from '../rulebook/compile-rulebook.ts'
import type { TextProblem } from '../rulebook/read-text.ts'

/** What a text is checked for: that it is sound, that its examples hold, that it still names itself as it was begun. */
export interface CheckedText {
  readonly passes: boolean
  readonly problems: readonly TextProblem[]
  readonly examples: number
  readonly failed: readonly {
    readonly index: number
    readonly name: string
    readonly line: number
    readonly failures: readonly { readonly key: readonly string[]; readonly message: string; readonly expected: string; readonly actual: string | readonly string[] | null }[]
  }[]
}

/** One record of a period to be scored again. */
export interface KeptRecord {
  readonly personId: string
  readonly engine: EngineInput
  readonly known: KnownScore
}

/** A record that stands elsewhere under the draft, or that it cannot score. */
export type Moved =
  | { readonly personId: string; readonly kind: 'moved'; readonly exact: string | null; readonly total: string | null; readonly level: string; readonly why: readonly Bilingual[] }
  | { readonly personId: string; readonly kind: 'refused'; readonly problems: readonly InputProblem[] }

/** A batch of records scored again. */
export interface RescoredBatch {
  readonly problems: readonly TextProblem[]
  readonly levelNames: Readonly<Record<string, Bilingual>>
  readonly levels: Readonly<Record<string, number>>
  readonly moved: readonly Moved[]
  readonly dropped: readonly string[]
}

const mostProblems = 50
const mostKept = 4
const kept = new Map<string, ReadRulebook>()

/** Reads a text once while it is among the last few: a simulation asks for the same two in every batch. */
function readOnce(source: string): ReadRulebook {
  const known = kept.get(source) ?? readRulebook(source)
  kept.delete(source)
  kept.set(source, known)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return known
}

/** Work on whole rulebooks that takes a tenth of a second or more: done in a thread of its own. */
export const rulebookWork = {
  /** The title in both languages as the text has it; null when it cannot be read. */
  title({ source }: { source: string }): Bilingual | null {
    const title = readSource(source).value?.['title']
    if (typeof title !== 'object' || title === null) return null
    const { vi, en } = title as Record<string, unknown>
    return typeof vi === 'string' && vi !== '' ? { vi, en: typeof en === 'string' && en !== '' ? en : vi } : null
  },

  /** The text with values written at these paths. */
  edit({ source, edits }: { source: string; edits: readonly (readonly [SourcePath, SourceValue])[] }): string {
    return edits.reduce((text, [path, value]) => writeSource(text, path, value), source)
  },

  check({ source, id, number }: { source: string; id: string; number: number }): CheckedText {
    const { rulebook, examples, problems, lineOf } = readOnce(source)
    const own = rulebook === null ? [] : identityProblems(rulebook, id, number, lineOf)
    const failed =
      rulebook === null
        ? []
        : examples.flatMap((example, index) => {
            const failures = runExample(rulebook, example).map(({ key, message, expected, actual }) => ({ key: [...key], message, expected, actual: actual ?? null }))
            return failures.length === 0 ? [] : [{ index, name: example.name, line: lineOf(['examples', index]), failures }]
          })
    const none: TextProblem[] = rulebook !== null && examples.length === 0 ? [{ path: 'examples', message: 'Chưa có ví dụ nào để kiểm tra bộ quy định', expected: 'ít nhất một ví dụ', line: lineOf(['examples']) }] : []
    const all = [...problems, ...own, ...none]
    return { passes: rulebook !== null && all.length === 0 && failed.length === 0, problems: all.slice(0, mostProblems), examples: examples.length, failed: failed.slice(0, mostProblems) }
  },

  changes({ before, after }: { before: string; after: string }): { readonly problems: readonly TextProblem[]; readonly changes: readonly RulebookChange[] } {
    const [old, now] = [readOnce(before), readOnce(after)]
    if (old.rulebook === null || now.rulebook === null) return { problems: (old.rulebook === null ? old : now).problems.slice(0, mostProblems), changes: [] }
    return { problems: [], changes: describeChanges(old.rulebook, now.rulebook) }
  },

  rescore({ before, after, records }: { before: string; after: string; records: readonly KeptRecord[] }): RescoredBatch {
    const [old, now] = [readOnce(before), readOnce(after)]
    const nothing = { levelNames: {}, levels: {}, moved: [], dropped: [] }
    if (old.rulebook === null || now.rulebook === null) return { ...nothing, problems: (now.rulebook === null ? now : old).problems.slice(0, mostProblems) }
    const rules = { before: old.rulebook, after: now.rulebook }
    const levels: Record<string, number> = {}
    const dropped = new Set<string>()
    const moved = records.flatMap(({ personId, engine, known }): Moved[] => {
      const again = rescore(rules.after, engine)
      again.dropped.forEach((path) => dropped.add(path))
      if (again.kind === 'refused') return [{ personId, kind: 'refused', problems: again.problems.slice(0, 5) }]
      const { score } = again
      levels[score.level] = (levels[score.level] ?? 0) + 1
      if (!differs(known, score)) return []
      return [{ personId, kind: 'moved', exact: score.exact, total: score.total, level: score.level, why: whyDifferent(known, score, rules) }]
    })
    const levelNames = Object.fromEntries([...rules.before.levels, ...rules.after.levels].map((level) => [level.id, level.name]))
    return { problems: [], levelNames, levels, moved, dropped: [...dropped] }
  },
} as const

/** The id and number of a rulebook are given when it is begun; its text may not take on another's. */
function identityProblems(rulebook: { readonly id: string; readonly version: number }, id: string, number: number, lineOf: (path: readonly string[]) => number): TextProblem[] {
  return [
    ...(rulebook.id === id ? [] : [{ path: 'id', message: `Mã của bộ quy định này là “${id}”, không đổi được`, expected: id, line: lineOf(['id']) }]),
    ...(rulebook.version === number ? [] : [{ path: 'version', message: `Đây là bản thứ ${number}; số bản do phần mềm đặt`, expected: String(number), line: lineOf(['version']) }]),
  ]
}

export type RulebookWork = typeof rulebookWork
