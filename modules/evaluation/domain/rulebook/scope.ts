import { compare, parseRational, zero } from '#kernel/rational.ts'
import type { CompiledRulebook, Criterion, Field, ListDefinition, ListKey, Quantity, Rater } from './compiled-rulebook.ts'

export type ValueType = 'number' | 'boolean' | 'text'
/** What is known of a number without computing it; used to find divisions by zero. */
export type Sign = 'positive' | 'not_negative' | 'any'

/** One name a formula may use. */
export interface NameInfo {
  readonly name: string
  readonly type: ValueType
  /** Allowed texts; null when any text is possible. */
  readonly values: readonly string[] | null
  readonly sign: Sign
  readonly slot: number
  /** The list whose item holds the value; null for values of the whole sheet. */
  readonly list: string | null
  readonly quantity: Quantity | null
  readonly criterion: Criterion | null
}

export interface ListScope {
  readonly id: string
  readonly index: number
  readonly names: ReadonlyMap<string, NameInfo>
  readonly fields: readonly Field[]
  readonly size: number
}

/** Everything the formulas of one part of a rulebook may name, for one group. */
export interface Scope {
  readonly names: ReadonlyMap<string, NameInfo>
  readonly lists: ReadonlyMap<string, ListScope>
  readonly size: number
  /** Names declared twice, for the checker. */
  readonly clashes: readonly string[]
}

export type Part = 'sheet' | 'period' | 'rating' | 'quota'

export const periodKinds = ['month', 'quarter', 'half_year', 'year'] as const

/** Is a rule restricted to `groups` in force for this group? */
export function appliesTo(groups: readonly string[] | null, group: string): boolean {
  return groups === null || groups.includes(group)
}

/** Does this rater give points? */
export function givesPoints(rater: Rater): boolean {
  return rater.fills.includes('criteria') || rater.fills.includes('total')
}

/** Every node of the criteria tree that applies to the group, parents before children. */
export function criteriaOf(criteria: readonly Criterion[], group: string): Criterion[] {
  return criteria.filter((c) => appliesTo(c.groups, group)).flatMap((c) => [c, ...criteriaOf(c.children, group)])
}

/** The keys of a keyed list that apply to the group, in order; none for a list of any length. */
export function keysOf(list: ListDefinition, group: string): ListKey[] {
  return list.keys.filter((each) => appliesTo(each.groups, group))
}

/** The quantities of one part of the rulebook. */
export function quantitiesOf(rulebook: CompiledRulebook, part: Part): readonly Quantity[] {
  if (part === 'sheet') return rulebook.sheet.quantities
  if (part === 'period') return rulebook.period?.quantities ?? []
  return part === 'rating' ? rulebook.rating.quantities : []
}

interface Entry {
  readonly name: string
  readonly type: ValueType
  readonly values?: readonly string[] | null
  readonly sign?: Sign
  readonly quantity?: Quantity
  readonly criterion?: Criterion
}

class Names {
  readonly names = new Map<string, NameInfo>()
  readonly clashes: string[] = []
  readonly list: string | null
  constructor(list: string | null) {
    this.list = list
  }
  add(entry: Entry): void {
    if (this.names.has(entry.name)) {
      this.clashes.push(entry.name)
      return
    }
    const { name, type, values = null, sign = 'any', quantity = null, criterion = null } = entry
    this.names.set(name, { name, type, values, sign, slot: this.names.size, list: this.list, quantity, criterion })
  }
}

function fieldEntry(field: Field, name: string, levels: readonly string[]): Entry {
  if (field.type === 'number') return { name, type: 'number', sign: signFrom(field.min) }
  if (field.type === 'boolean') return { name, type: 'boolean' }
  if (field.type === 'choice') return { name, type: 'text', values: field.values.map((v) => v.value) }
  if (field.type === 'level') return { name, type: 'text', values: levels }
  if (field.type === 'period') return { name, type: 'text', values: periodKinds }
  return { name, type: 'text' }
}

function signFrom(least: string | null): Sign {
  const number = least === null ? null : parseRational(least)
  if (number === null) return 'any'
  const order = compare(number, zero)
  return order > 0 ? 'positive' : order === 0 ? 'not_negative' : 'any'
}

/** The type and sign of a quantity are found by the checker; here it only gets its place. */
function quantityEntry(quantity: Quantity): Entry {
  return { name: quantity.id, type: 'number', quantity }
}

/** The names in force for one part and group. Order of slots is fixed: the scoring plan relies on it. */
export function buildScope(rulebook: CompiledRulebook, part: Part, group: string): Scope {
  const top = new Names(null)
  const lists = new Map<string, ListScope>()
  const levels = [...rulebook.levels.map((level) => level.id), 'not_rated', 'insufficient_data']
  for (const setting of rulebook.settings) {
    const numeric = setting.values.every((value) => value.number !== null)
    const signs = setting.values.map((value) => signFrom(value.number))
    const sign = signs.includes('any') ? 'any' : signs.includes('not_negative') ? 'not_negative' : 'positive'
    const name = `settings.${setting.id}`
    if (numeric) top.add({ name, type: 'number', sign })
    else top.add({ name, type: 'text', values: setting.values.map((value) => value.value) })
  }
  if (part === 'quota') {
    for (const name of ['qualifying', 'headcount']) top.add({ name, type: 'number', sign: 'not_negative' })
    return { names: top.names, lists, size: top.names.size, clashes: top.clashes }
  }

  top.add({ name: 'group.id', type: 'text', values: rulebook.groups.map((g) => g.id) })
  for (const [id, value] of Object.entries(rulebook.groups.find((g) => g.id === group)?.parameters ?? {})) {
    top.add({ name: `group.${id}`, type: 'number', sign: signFrom(value) })
  }
  const quantities = quantitiesOf(rulebook, part).filter((quantity) => appliesTo(quantity.groups, group))
  const clashes: string[] = []
  const addList = (id: string, fields: readonly Field[], entries: readonly Entry[]) => {
    const names = new Names(id)
    for (const field of fields) names.add(fieldEntry(field, field.id, levels))
    for (const entry of entries) names.add(entry)
    for (const quantity of quantities) if (quantity.list === id) names.add(quantityEntry(quantity))
    clashes.push(...names.clashes)
    lists.set(id, { id, index: lists.size, names: names.names, fields, size: names.names.size })
  }
  for (const fact of rulebook.facts) {
    if (fact.type === 'list') addList(`facts.${fact.id}`, fact.fields, [])
    else top.add(fieldEntry(fact, `facts.${fact.id}`, levels))
    if (fact.type === 'period') {
      top.add({ name: `facts.${fact.id}Year`, type: 'number', sign: 'positive' })
      top.add({ name: `facts.${fact.id}Number`, type: 'number', sign: 'positive' })
    }
  }
  if (part === 'sheet') {
    for (const list of rulebook.lists) {
      // One formula serves every group, so it may name the keys of all of them.
      const values = list.keys.map((each) => each.key)
      addList(list.id, list.fields, list.keyedBy === null ? [] : [{ name: list.keyedBy, type: 'text', values }])
    }
    for (const judgement of rulebook.judgements) {
      if (appliesTo(judgement.groups, group)) top.add({ name: `judgements.${judgement.id}`, type: 'number', sign: 'not_negative' })
    }
    for (const rater of rulebook.raters) {
      if (rater.weight !== null && appliesTo(rater.groups, group)) top.add({ name: `raters.${rater.id}`, type: 'number', sign: 'not_negative' })
    }
    addList('raters', [], [
      { name: 'score', type: 'number', sign: 'not_negative' },
      { name: 'weight', type: 'number', sign: 'positive' },
    ])
    for (const criterion of criteriaOf(rulebook.criteria, group)) {
      top.add({ name: `criteria.${criterion.code}`, type: 'number', sign: 'not_negative', criterion })
    }
  } else {
    addList('periods', [], [
      { name: 'score', type: 'number', sign: 'not_negative' },
      { name: 'months', type: 'number', sign: 'positive' },
    ])
  }
  if (part === 'rating') {
    top.add({ name: 'total', type: 'number' })
    for (const quantity of rulebook.sheet.quantities) {
      if (quantity.list === null && appliesTo(quantity.groups, group)) top.add({ name: `sheet.${quantity.id}`, type: 'number' })
    }
  }
  for (const quantity of quantities) if (quantity.list === null) top.add(quantityEntry(quantity))
  for (const list of lists.values()) for (const name of list.names.keys()) if (top.names.has(name)) clashes.push(name)
  return { names: top.names, lists, size: top.names.size, clashes: [...top.clashes, ...clashes] }
}
