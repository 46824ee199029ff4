import type { CalendarDate } from '#kernel/calendar-date.ts'
import { div, parseRational, toFraction, whole, zero } from '#kernel/rational.ts'
import { workedMonth, type Facts, type ServiceRecord } from './facts.ts'
import { nameMonths } from './name-months.ts'
import { monthsOf, type Period } from './period.ts'
import { fromShorterPeriods } from './period-kinds.ts'
import { columnOf, decidingColumn, otherKinds } from './raters.ts'
import type { RaterColumn } from './policy.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import { scorePeriod } from './scoring/score-period.ts'
import { scoreSubject } from './scoring/score-subject.ts'
import type { PeriodInput, ScoreInput, ScoreOptions, ScoreResult } from './scoring/types.ts'
import type { JudgementEntry } from './sheet-content.ts'
import { listColumn, listsInput, taskList, taskMarks, withPlan, type SheetLists } from './sheet-lists.ts'
import { countTask } from './task-decisions.ts'
import type { ScoredTask } from './scored-task.ts'

/** Points and choices of one column of a sheet. */
export interface ScoredColumn {
  readonly points: Readonly<Record<string, string>>
  readonly judgements: Readonly<Record<string, JudgementEntry>>
  readonly lists: SheetLists
}

/** What one kind of rater beside subject and superior gave: the sent sheets of named people, or count and sums of unnamed ones. */
export type KindScores = { readonly sheets: readonly Readonly<Record<string, string>>[] } | { readonly count: number; readonly sums: Readonly<Record<string, string>> }

/** Everything one result is computed from. */
export interface Material {
  readonly rulebook: CompiledRulebook
  readonly settings: Readonly<Record<string, unknown>>
  readonly period: Period
  readonly group: string
  readonly variants: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly columns: Readonly<Partial<Record<RaterColumn, ScoredColumn>>>
  /** By kind of rater; only what has been sent. */
  readonly others: ReadonlyMap<string, KindScores>
  /** What is settled before scoring, by list; as proposed until it is approved, which a fact says. */
  readonly plan: SheetLists
  readonly tasks: readonly ScoredTask[]
  /** Exact monthly scores "n/d", for a year. */
  readonly months: ReadonlyMap<CalendarDate, string>
  readonly record: ServiceRecord
}

/** The engine's input, kept with the result so that it can be computed again. */
export type EngineInput = { readonly kind: 'sheet'; readonly column: RaterColumn; readonly input: ScoreInput } | { readonly kind: 'period'; readonly input: PeriodInput }

/** The engine's input for one person: a sheet of a month or quarter, or the months of a year (article 17). */
export function engineInput(material: Material, column = decidingColumn(material.rulebook, material.group)): EngineInput {
  return fromShorterPeriods(material.rulebook, material.period.kind) ? { kind: 'period', input: periodInput(material) } : { kind: 'sheet', column, input: sheetInput(material, column) }
}

function sheetInput(material: Material, column: RaterColumn): ScoreInput {
  const { rulebook, group, settings, facts, variants } = material
  const judged = material.columns.superior?.judgements ?? {}
  const lists = withPlan(material.columns[listColumn(rulebook, group, column)]?.lists ?? {}, material.plan)
  const applies = new Set(rulebook.judgements.filter((each) => each.groups === null || each.groups.includes(group)).map((each) => each.id))
  const judgements = Object.entries(judged).filter(([id]) => applies.has(id)).map(([id, entry]) => [id, entry.value] as const)
  return {
    group,
    settings,
    facts,
    variants,
    ...(rulebook.scores === null ? { criteria: material.columns[column]?.points ?? {} } : { scores: scoresInput(material) }),
    judgements: Object.fromEntries(judgements),
    ...listsInput(rulebook, group, lists),
    ...(rulebook.lists.some((list) => list.id === taskList) ? { [taskList]: taskInput(rulebook, material.tasks, (id) => taskMarks(rulebook, group, lists, id)) } : {}),
  }
}

/** The sheets by kind of rater; of unnamed raters the count and, from the fewest the rulebook asks for, the mean. */
function scoresInput({ rulebook, group, columns, others }: Material): Record<string, unknown> {
  const scores: Record<string, unknown> = {}
  for (const rater of rulebook.raters) {
    const column = columnOf(rater)
    const points = column === null ? undefined : columns[column]?.points
    if (points !== undefined && (rater.groups === null || rater.groups.includes(group))) scores[rater.id] = rater.several ? [points] : points
  }
  for (const rater of otherKinds(rulebook, group)) {
    const given = others.get(rater.id)
    if (given === undefined) continue
    if ('sheets' in given) {
      if (given.sheets.length > 0) scores[rater.id] = rater.several ? given.sheets : given.sheets[0]
    } else scores[rater.id] = given.count < rater.atLeast ? { count: given.count } : { count: given.count, mean: meanOf(given.sums, given.count) }
  }
  return scores
}

function meanOf(sums: Readonly<Record<string, string>>, count: number): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).map(([code, sum]) => [code, toFraction(div(parseRational(sum) ?? zero, whole(count)))]))
}

/** Tasks by the names of the rulebook's own list, with the marks it wants beyond them; a task handed back stays assigned and earns nothing (article 18.1d). */
function taskInput(rulebook: CompiledRulebook, tasks: readonly ScoredTask[], marksOf: (taskId: string) => Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const known = new Set(rulebook.lists.find((list) => list.id === taskList)?.fields.map((field) => field.id))
  return tasks
    .flatMap((task) => {
      const counted = countTask(task)
      return counted === null ? [] : [{ ...task, ...counted }]
    })
    .map((task) => {
      const item: Record<string, unknown> = {
        name: task.title,
        product: task.productCode,
        coefficient: task.coefficient,
        assigned: task.assigned,
        completed: task.completed,
        qualityFaults: task.qualityFaults,
        lateEvents: task.lateEvents,
        origin: task.origin,
        excusedQuality: task.qualityExcused,
        excusedLate: task.lateExcused,
        ...marksOf(task.id),
      }
      return Object.fromEntries(Object.entries(item).filter(([name]) => known.has(name)))
    })
}

/** Months worked with their scores; a month worked without one is missing, never assumed. */
function periodInput(material: Material): PeriodInput {
  const { group, settings, facts, months, record, period } = material
  const list = monthsOf(period).flatMap((month): { score: string | null; note: string }[] => {
    const score = months.get(month)
    if (score !== undefined) return [{ score, note: month.slice(0, 7) }]
    return workedMonth(month, record) ? [{ score: null, note: month.slice(0, 7) }] : []
  })
  return { group, settings, facts, months: list.length === 0 ? [{ score: null }] : list }
}

/** Scores an input under its rulebook. Throws `Refusal('score_input_invalid')` when the input does not fit. */
export function computeScore(rulebook: CompiledRulebook, engine: EngineInput, options: ScoreOptions = {}): ScoreResult {
  return engine.kind === 'period' ? nameMonths(scorePeriod(rulebook, engine.input, options), engine.input.months ?? []) : scoreSubject(rulebook, engine.input, options)
}
