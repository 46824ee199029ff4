import type { ScoredTask } from './scored-task.ts'
import type { Facts } from './facts.ts'
import type { Period } from './period.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import { taskList } from './sheet-lists.ts'
import { countTask } from './task-decisions.ts'
import { failingLevel } from './unit-campaign.ts'

/** Where a proposed fact comes from. */
export const factSources = ['own_tasks', 'unit_tasks', 'earlier_results'] as const
export type FactSource = (typeof factSources)[number]

/** A fact the program counted itself: in force until the personnel body corrects it with a note. */
export interface ProposedFact {
  readonly value: unknown
  readonly source: FactSource
}

/** Numbers of tasks by how they ended. */
export interface TaskCounts {
  readonly assigned: number
  readonly completed: number
  readonly onTimeToQuality: number
  readonly late: number
}

/** What the program knows of one person in a period; null where it knows nothing. */
export interface KnownOfPerson {
  readonly own: TaskCounts | null
  /** Tasks of the unit the person's post is in and of those below it. */
  readonly unit: TaskCounts | null
  readonly isHead: boolean
  /** Published levels of quarters of the same year under the same rulebook, by quarter. */
  readonly earlier: ReadonlyMap<number, string>
}

/** A task that counts, as one of the numbers of the period; completed when the whole quantity is. */
export function countsOf(tasks: readonly Pick<ScoredTask, 'status' | 'origin' | 'completed' | 'assigned' | 'qualityFaults' | 'lateEvents' | 'qualityExcused' | 'lateExcused'>[]): TaskCounts | null {
  const counted = tasks.filter((task) => task.status !== 'handed_back' && countTask(task) !== null)
  if (counted.length === 0) return null
  const completed = counted.filter((task) => task.completed >= task.assigned)
  const late = completed.filter((task) => task.lateEvents > 0 && !task.lateExcused)
  const good = completed.filter((task) => !late.includes(task) && (task.qualityFaults === 0 || task.qualityExcused))
  return { assigned: counted.length, completed: completed.length, onTimeToQuality: good.length, late: late.length }
}

/**
 * The facts a rulebook asks for that the program counts itself, by the names rulebooks use: numbers of tasks, and the
 * levels of the quarters before. What it does not know is not among them; nothing is taken for zero.
 */
export function proposedFacts(rulebook: CompiledRulebook, period: Period, known: KnownOfPerson): Record<string, ProposedFact> {
  const proposed: Record<string, ProposedFact> = {
    ...taskFacts('tasks', known.own, 'own_tasks'),
    ...(known.isHead ? taskFacts('unitTasks', known.unit, 'unit_tasks') : taskFacts('collectiveTasks', known.unit, 'unit_tasks')),
    ...quarterFacts(rulebook, period, known.earlier),
  }
  return Object.fromEntries(Object.entries(proposed).filter(([name]) => rulebook.facts.some((fact) => fact.id === name)))
}

function taskFacts(prefix: string, counts: TaskCounts | null, source: FactSource): Record<string, ProposedFact> {
  if (counts === null) return {}
  return {
    [`${prefix}Assigned`]: { value: counts.assigned, source },
    [`${prefix}Completed`]: { value: counts.completed, source },
    [`${prefix}OnTimeToQuality`]: { value: counts.onTimeToQuality, source },
    [`${prefix}Late`]: { value: counts.late, source },
  }
}

/** Quarters before a quarter, or the first three before the year, whose fourth folds into it (HD 43-HD/BTCTW). */
function quarterFacts(rulebook: CompiledRulebook, period: Period, earlier: ReadonlyMap<number, string>): Record<string, ProposedFact> {
  if (period.kind === 'month') return {}
  const source = 'earlier_results'
  const failing = failingLevel(rulebook)
  const before = period.kind === 'year' ? [1, 2, 3] : [1, 2, 3, 4].filter((quarter) => quarter < quarterOf(period))
  const levels = before.map((quarter) => earlier.get(quarter))
  const last = levels.at(-1)
  const complete = levels.length > 0 && levels.every((level) => level !== undefined)
  const inARow = levels.some((level, at) => at > 0 && level === failing && levels[at - 1] === failing)
  return {
    ...(complete ? { failingQuarters: { value: levels.filter((level) => level === failing).length, source } } : {}),
    ...(last === undefined || period.kind === 'year' ? {} : { previousQuarterLevel: { value: last, source } }),
    ...(inARow ? { consecutiveFailingQuarters: { value: true, source } } : {}),
  }
}

/** Which quarter of its year a quarter is. */
export function quarterOf(period: Pick<Period, 'from'>): number {
  return Math.ceil(Number(period.from.slice(5, 7)) / 3)
}

/** Whether a rulebook asks for anything the program could count. One with a list of tasks counts its own tasks from it. */
export function asksForCounts(rulebook: CompiledRulebook): { readonly tasks: boolean; readonly unit: boolean; readonly quarters: boolean } {
  const asks = (name: RegExp) => rulebook.facts.some((fact) => name.test(fact.id))
  return { tasks: !rulebook.lists.some((list) => list.id === taskList) && asks(/^tasks(Assigned|Completed|OnTimeToQuality|Late)$/), unit: asks(/^(unit|collective)Tasks(Assigned|Completed|OnTimeToQuality|Late)$/), quarters: asks(/^(failingQuarters|previousQuarterLevel|consecutiveFailingQuarters)$/) }
}

/** The bare values of proposals. */
export function valuesOf(proposed: Readonly<Record<string, ProposedFact>>): Facts {
  return Object.fromEntries(Object.entries(proposed).map(([name, { value }]) => [name, value]))
}

/** Where each proposal in force comes from; one corrected by hand is none. */
export function sourcesOf(proposed: Readonly<Record<string, ProposedFact>>, byHand: Facts): Record<string, FactSource> {
  return Object.fromEntries(Object.entries(proposed).flatMap(([name, { source }]) => (name in byHand ? [] : [[name, source]])))
}
