import { Refusal } from '#kernel/refusal.ts'
import { computeScore, engineInput, type ScoredColumn } from '../../domain/compute.ts'
import type { ScoredTask } from '../../domain/scored-task.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { InputProblem, ScoreResult } from '../../domain/scoring/types.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { listColumn } from '../../domain/sheet-lists.ts'
import { planLists } from '../plan/plan-lists.ts'
import type { SubjectSheet } from './sheet-content.ts'

export interface RunningTotal {
  readonly result: ScoreResult | null
  /** Why the rulebook does not take the input, in the engine's own words. */
  readonly problems: readonly InputProblem[]
}

/** The tasks of a sheet as scoring needs them. */
export function scoredTasks(data: SubjectSheet): ScoredTask[] {
  return data.tasks.map((task) => ({ ...task, productCode: task.product?.code ?? '' }))
}

/** The total as it stands while a sheet of a month or quarter is filled: the server's engine, run here; never stored. */
export function runningTotal(rulebook: CompiledRulebook, data: SubjectSheet, column: RaterColumn, content: SheetContent): RunningTotal {
  const written: ScoredColumn = { points: content.points, judgements: content.judgements, lists: content.lists }
  // Lists only the subject writes are scored from the subject's sheet, also under the superior's points.
  const listed = listColumn(rulebook, data.subject.group, column) === column ? undefined : data.sheets.find((sheet) => sheet.rater === 'self')?.lists
  const material = {
    rulebook,
    settings: data.campaign.settings,
    period: data.campaign.period,
    group: data.subject.group,
    variants: data.subject.variants,
    facts: data.subject.facts,
    columns: column === 'self' ? { self: written } : { superior: written, ...(listed === undefined || rulebook.scores !== null ? {} : { self: { points: {}, judgements: {}, lists: listed } }) },
    others: new Map(),
    plan: planLists(rulebook, data),
    tasks: scoredTasks(data),
    months: new Map(),
    record: { leaves: [], since: null },
  }
  try {
    return { result: computeScore(rulebook, engineInput(material, column), { derivation: false }), problems: [] }
  } catch (error) {
    if (error instanceof Refusal) return { result: null, problems: problemsOf(error) }
    throw error
  }
}

function problemsOf(refusal: Refusal): readonly InputProblem[] {
  const { errors } = refusal.data
  return Array.isArray(errors) ? (errors as InputProblem[]) : []
}
