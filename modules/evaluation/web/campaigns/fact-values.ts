import { parseRational, toShortest } from '#kernel/rational.ts'
import { plannedFacts } from '../../domain/plan.ts'
import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'

export type FactValues = Readonly<Record<string, unknown>>

/**
 * The facts an officer states by hand. The period comes from the campaign, whether somebody heads a unit from the post,
 * the organisation's level from its own list (article 20.6), and whether a plan is approved from its approval, so those
 * are not asked again.
 */
export function factsByHand(rulebook: CompiledRulebook): Field[] {
  const planned = plannedFacts(rulebook)
  return rulebook.facts.filter((fact) => !planned.has(fact.id) && fact.type !== 'period' && fact.id !== 'organisationLevel' && fact.id !== 'isHead' && fact.id !== 'year')
}

/** A list fact as its items; an absent list is empty. */
export function itemsOf(value: unknown): FactValues[] {
  return Array.isArray(value) ? value.filter((item): item is FactValues => typeof item === 'object' && item !== null) : []
}

/** Sets one value; null takes it out, so that the rulebook's own meaning of absence holds. */
export function withFact(facts: FactValues, id: string, value: unknown): FactValues {
  const rest = Object.fromEntries(Object.entries(facts).filter(([known]) => known !== id))
  return value === null || (Array.isArray(value) && value.length === 0) ? rest : { ...rest, [id]: value }
}

/** An item to begin with: fields that have a default carry it, the others wait for an answer. */
export function newItem(fields: readonly Field[]): FactValues {
  return Object.fromEntries(fields.filter((field) => typeof field.default === 'boolean').map((field) => [field.id, field.default]))
}

/** The leading choice of an item (the form of discipline) when left open: without it the item would mean nothing. */
export function unanswered(fields: readonly Field[], item: FactValues): string[] {
  return fields.filter((field, index) => field.type === 'choice' && index === 0 && item[field.id] === undefined).map((field) => field.id)
}

/** An exact bound of the rulebook ("12/1") as a decimal text; undefined when there is none. */
export function boundOf(exact: string | null): string | undefined {
  const number = exact === null ? null : parseRational(exact)
  return number === null ? undefined : toShortest(number)
}
