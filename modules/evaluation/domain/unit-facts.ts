import { Refusal } from '#kernel/refusal.ts'
import { checkFacts, type Facts } from './facts.ts'
import { periodCode, type Period } from './period.ts'
import type { CompiledRulebook, Field } from './rulebook/compiled-rulebook.ts'
import { previewTotal } from './scoring/preview-total.ts'
import type { ScoreInput } from './scoring/types.ts'
import { scoredCriteria } from './sheet.ts'
import { failingLevel } from './unit-campaign.ts'

/** What one side writes on an organisation's sheet. */
export interface UnitContent {
  readonly points: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
}

/** What the round itself knows about an organisation. */
export interface KnownOfUnit {
  readonly period: Period
  /** Decided levels of the direct sub-units; null while one of them waits. */
  readonly levelsBelow: readonly string[] | null
  /** Failing quarters of the same year decided in rounds under the same rulebook; null when none was rated. */
  readonly failingQuarters: number | null
}

/**
 * Facts that follow from what is decided already, by the names rulebooks ask for them: sub-units failing (article 8.1b),
 * failing quarters, the period. They are never typed in.
 */
export function derivedUnitFacts(rulebook: CompiledRulebook, known: KnownOfUnit): Facts {
  const failing = failingLevel(rulebook)
  const facts: Record<string, unknown> = {
    period: periodCode(known.period),
    year: Number(known.period.from.slice(0, 4)),
    ...(known.levelsBelow === null ? {} : { failingSubUnits: known.levelsBelow.filter((level) => level === failing).length }),
    ...(known.failingQuarters === null ? {} : { failingQuarters: known.failingQuarters }),
  }
  return Object.fromEntries(Object.entries(facts).filter(([name]) => rulebook.facts.some((fact) => fact.id === name)))
}

const derived: readonly string[] = ['period', 'year', 'failingSubUnits']

/** Facts a side fills in: those the rulebook asks for and the round does not know. */
export function enteredUnitFacts(rulebook: CompiledRulebook): Field[] {
  return rulebook.facts.filter((fact) => !derived.includes(fact.id))
}

/** The engine's input for one organisation: one side's points and facts, over them what the round knows. */
export function unitInput(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>, group: string, content: UnitContent, facts: Facts): ScoreInput {
  return { group, settings, facts: { ...content.facts, ...facts }, criteria: { ...content.points }, ...(rulebook.lists.length === 0 ? {} : content.lists) }
}

/** Refuses a sheet with points, facts or list entries the rulebook does not take. */
export function checkUnitContent(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>, group: string, content: UnitContent): void {
  const entered = new Set(enteredUnitFacts(rulebook).map((fact) => fact.id))
  const stranger = Object.keys(content.facts).find((name) => !entered.has(name))
  if (stranger !== undefined) throw new Refusal('evaluation.participant.bad-fact', { problems: [{ path: `facts.${stranger}`, message: 'Số liệu này được tính, không nhập', expected: [...entered].join(' | ') }] })
  checkFacts(rulebook, group, content.facts)
  const { problems } = previewTotal(rulebook, unitInput(rulebook, settings, group, content, {}))
  const bad = problems.filter((problem) => !problem.path.startsWith('facts'))
  if (bad.length > 0) throw new Refusal('evaluation.sheet.bad-points', { problems: bad.map(({ path, message, expected }) => ({ code: path.replace(/^criteria\./, ''), found: message, expected })) })
}

/** What is missing before a sheet goes on: every criterion and every fact that has no stated meaning when absent. */
export function missingFromUnitSheet(rulebook: CompiledRulebook, group: string, content: UnitContent): string[] {
  const facts = enteredUnitFacts(rulebook).filter((fact) => fact.default === null && !fact.optional && fact.type !== 'list' && fact.type !== 'period' && fact.id !== 'failingQuarters' && content.facts[fact.id] === undefined)
  const criteria = scoredCriteria(rulebook, group).filter(({ code, scoring }) => scoring.kind !== 'bonus' && scoring.kind !== 'deduction' && content.points[code] === undefined)
  const lists = rulebook.lists.flatMap((list) =>
    list.keys
      .filter((key) => key.groups === null || key.groups.includes(group))
      .flatMap((key) => list.fields.filter((field) => field.type === 'number' && field.default === null && !field.optional && content.lists[list.id]?.[key.key]?.[field.id] === undefined).map((field) => `${list.id}.${key.key}.${field.id}`)),
  )
  return [...criteria.map(({ code }) => code), ...lists, ...facts.map((fact) => `facts.${fact.id}`)]
}
