import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Band, CompiledRulebook, Criterion, Field, Limit } from '../rulebook/compiled-rulebook.ts'
import type { Bilingual } from '../rulebook/expression.ts'
import { orderSteps } from '../rulebook/order-quantities.ts'
import { buildScope, keysOf, type NameInfo, type Part, type Scope } from '../rulebook/scope.ts'
import { compileExpression, type Evaluate } from './compile-expression.ts'
import { foldSettings, type Known } from './fold-settings.ts'
import { Frame, mergeMissing, Missing, missingInput, type Value } from './value.ts'

export type Run = (frame: Frame) => void

/** One part of a rulebook for one group, ready to compute. */
export interface PartPlan {
  readonly scope: Scope
  /** Slots before any input: defaults, or the missing value that names its path. */
  readonly template: readonly Value[]
  /** Item slots before any input, by list; null = filled with a missing value that names the item. */
  readonly items: ReadonlyMap<string, readonly (Value | null)[]>
  /** The steps in order, for settings as they stand in a frame. */
  readonly runs: (frame: Frame) => readonly Run[]
}

export interface GroupPlan {
  readonly rulebook: CompiledRulebook
  readonly group: string
  /** Settings, group parameters and facts take the same first slots and lists in every part. */
  readonly sharedSlots: number
  readonly sharedLists: number
  readonly sheet: PartPlan
  readonly period: PartPlan | null
  readonly rating: PartPlan
  readonly rules: RatingPlan
  readonly limits: readonly LimitPlan[]
  /** Slots of what a sheet answers; -1 when the rulebook does not name it. */
  readonly answers: {
    readonly total: number
    readonly generalPoints: number
    readonly taskPoints: number
    readonly terms: readonly { readonly name: string; readonly slot: number }[]
    /** Slot, in the rating part, of the score the bands look at; -1 = the exact total. */
    readonly ratedScore: number
  }
  readonly maximum: Rational
  /** Slots of the sheet's quantities and where the rating sees them; they stay missing when only a total is known. */
  readonly sheetInRating: readonly { readonly from: number; readonly to: number }[]
  /** Ids of the levels that stand in an order, best first. */
  readonly ranked: readonly string[]
}

/** A limit of the sheet; with `list` it is evaluated for each item. */
export interface LimitPlan {
  readonly when: Evaluate
  readonly list: { readonly id: string; readonly index: number; readonly keys: readonly string[] } | null
}

export interface RatingPlan {
  readonly exclusions: readonly Evaluate[]
  readonly vetoes: readonly Evaluate[]
  readonly bands: readonly { readonly from: Rational; readonly conditions: readonly Evaluate[]; readonly text: Bilingual }[]
  readonly otherwise: readonly Evaluate[]
  readonly ceilings: readonly { readonly when: Evaluate; readonly atMost: Evaluate }[]
  readonly notices: readonly Evaluate[]
}

const plans = new WeakMap<CompiledRulebook, Map<string, GroupPlan>>()

/** The plan of a group, compiled once per rulebook object; null when the rulebook has no such group. */
export function planFor(rulebook: CompiledRulebook, group: string): GroupPlan | null {
  let byGroup = plans.get(rulebook)
  if (!byGroup) plans.set(rulebook, (byGroup = new Map()))
  const known = byGroup.get(group)
  if (known) return known
  if (!rulebook.groups.some((each) => each.id === group)) return null
  const plan = makePlan(rulebook, group)
  byGroup.set(group, plan)
  return plan
}

/** A rational constant of a checked rulebook. */
export function exact(text: string): Rational {
  const value = rational.parseRational(text)
  if (value === null) throw new Error(`not a number: ${text}`)
  return value
}

function makePlan(rulebook: CompiledRulebook, group: string): GroupPlan {
  const sheet = makePart(rulebook, 'sheet', group)
  const rating = makePart(rulebook, 'rating', group)
  const formula = (f: { when: { ast: Parameters<typeof compileExpression>[0] } }) => compileExpression(f.when.ast, rating.scope, null)
  const { exclusions, vetoes, bands, otherwise, ceilings, notices } = rulebook.rating
  const names = [...sheet.scope.names.keys()]
  return {
    rulebook,
    group,
    sharedSlots: names.filter((name) => /^(settings|group|facts)\./.test(name)).length,
    sharedLists: rulebook.facts.filter((fact) => fact.type === 'list').length,
    sheet,
    period: rulebook.period ? makePart(rulebook, 'period', group) : null,
    rating,
    rules: {
      exclusions: exclusions.map(formula),
      vetoes: vetoes.map(formula),
      bands: bands.map((band) => ({ from: exact(band.from), conditions: band.conditions.map(formula), text: bandText(rulebook, band) })),
      otherwise: otherwise.map(formula),
      ceilings: ceilings.map((ceiling) => ({ when: formula(ceiling), atMost: compileExpression(ceiling.atMost.ast, rating.scope, null) })),
      notices: notices.map(formula),
    },
    maximum: exact(rulebook.sheet.maximum),
    sheetInRating: rulebook.sheet.quantities.map((each) => ({ from: slotIn(sheet, each.id), to: slotIn(rating, `sheet.${each.id}`) })).filter(({ from, to }) => from >= 0 && to >= 0),
    ranked: rulebook.levels.filter((level) => level.ranked).map((level) => level.id),
    answers: {
      total: slotIn(sheet, rulebook.sheet.total),
      generalPoints: slotIn(sheet, rulebook.sheet.generalPoints),
      taskPoints: slotIn(sheet, rulebook.sheet.taskPoints),
      terms: rulebook.sheet.terms.map((term) => ({ name: term.name, slot: slotIn(sheet, term.quantity) })).filter((term) => term.slot >= 0),
      ratedScore: slotIn(rating, rulebook.rating.score),
    },
    limits: rulebook.sheet.limits.map((limit) => planLimit(rulebook, group, limit, sheet.scope)),
  }
}

function planLimit(rulebook: CompiledRulebook, group: string, limit: Limit, scope: Scope): LimitPlan {
  const item = limit.list === null ? null : (scope.lists.get(limit.list) ?? null)
  const when = compileExpression(limit.when.ast, scope, item)
  if (item === null) return { when, list: null }
  const definition = rulebook.lists.find((each) => each.id === item.id)
  return { when, list: { id: item.id, index: item.index, keys: definition ? keysOf(definition, group).map((each) => each.key) : [] } }
}

function slotIn(part: PartPlan, name: string | null): number {
  return name === null ? -1 : (part.scope.names.get(name)?.slot ?? -1)
}

function bandText(rulebook: CompiledRulebook, band: Band): Bilingual {
  const from = rational.toShortest(exact(band.from))
  const name = rulebook.levels.find((level) => level.id === band.level)?.name ?? { vi: band.level, en: band.level }
  return { vi: `từ ${from.replace('.', ',')} trở lên: ${name.vi}`, en: `at least ${from}: ${name.en}` }
}

function makePart(rulebook: CompiledRulebook, part: Part, group: string): PartPlan {
  const scope = buildScope(rulebook, part, group)
  const { steps, cycles } = orderSteps(scope)
  const settings = [...scope.names.values()].filter((info) => info.name.startsWith('settings.'))
  if (cycles.length > 0) throw new Error(`rulebook ${rulebook.id} has a cycle; check it before use`)
  const template = [...scope.names.values()].map((info) => startValue(rulebook, group, info))
  const items = new Map([...scope.lists.values()].map((list) => [list.id, itemTemplate(list.names, list.fields)]))
  const compileFor = (frame: Frame) => {
    const known = new Map(settings.map((info) => [info.name, frame.slots[info.slot] as Value]))
    return steps.map(({ info }) => stepRun(info, scope, known))
  }
  return { scope, template, items, runs: runsBySettings(settings.length, template, compileFor) }
}

const mostVariants = 200

/** Steps compiled once per choice of settings; settings take the first slots. */
function runsBySettings(count: number, template: readonly Value[], compileFor: (frame: Frame) => readonly Run[]): PartPlan['runs'] {
  let usual: readonly Run[] | null = null
  const others = new Map<string, readonly Run[]>()
  return (frame) => {
    let differs = false
    for (let i = 0; i < count; i++) if (frame.slots[i] !== template[i]) differs = true
    if (!differs) return (usual ??= compileFor(frame))
    const key = frame.slots
      .slice(0, count)
      .map((value) => (typeof value === 'object' && !(value instanceof Missing) ? rational.toFraction(value) : String(value)))
      .join('|')
    const known = others.get(key)
    if (known) return known
    if (others.size >= mostVariants) others.clear()
    const made = compileFor(frame)
    others.set(key, made)
    return made
  }
}

function itemTemplate(names: ReadonlyMap<string, NameInfo>, fields: readonly Field[]): (Value | null)[] {
  return [...names.values()].map((info) => {
    const field = fields.find((each) => each.id === info.name)
    return field ? defaultOf(field) : null
  })
}

/** The stated default of a field; null when there is none. */
function defaultOf(field: Field): Value | null {
  if (field.default === null) return null
  return field.type === 'number' ? exact(String(field.default)) : field.default
}

function startValue(rulebook: CompiledRulebook, group: string, info: NameInfo): Value {
  const [kind = '', ...rest] = info.name.split('.')
  const id = rest.join('.')
  if (kind === 'settings') {
    const setting = rulebook.settings.find((each) => each.id === id)
    const chosen = setting?.values.find((value) => value.value === setting.default)
    if (!chosen) throw new Error(`setting ${id} has no default`)
    return info.type === 'number' ? exact(chosen.number ?? '') : chosen.value
  }
  if (kind === 'group') return id === 'id' ? group : exact(rulebook.groups.find((each) => each.id === group)?.parameters[id] ?? '')
  if (kind === 'facts') {
    const field = rulebook.facts.find((each) => each.id === id)
    return (field && defaultOf(field)) ?? missingInput(info.name)
  }
  const scoring = info.criterion?.scoring.kind
  if (scoring === 'bonus' || scoring === 'deduction') return rational.zero
  return missingInput(info.name)
}

function stepRun(info: NameInfo, scope: Scope, settings: Known): Run {
  const { slot, criterion, quantity } = info
  if (criterion && criterion.scoring.kind !== 'computed') return criteriaSum(criterion, slot, scope)
  const formula = quantity?.formula ?? (criterion?.scoring.kind === 'computed' ? criterion.scoring.formula : null)
  if (!formula) throw new Error(`nothing computes ${info.name}`)
  const list = info.list === null ? null : (scope.lists.get(info.list) ?? null)
  const evaluate = compileExpression(foldSettings(formula.ast, settings), scope, list)
  if (list === null) {
    if (!criterion) return (frame) => void (frame.slots[slot] = evaluate(frame))
    const most = exact(criterion.max)
    return (frame) => {
      const value = evaluate(frame)
      frame.slots[slot] = value instanceof Missing ? value : clamp(value as Rational, most)
    }
  }
  const index = list.index
  return (frame) => {
    for (const item of frame.lists[index] as Value[][]) {
      frame.item = item
      item[slot] = evaluate(frame)
    }
  }
}

function clamp(value: Rational, most: Rational): Rational {
  return rational.min(rational.max(value, rational.zero), most)
}

/** Points of a node: the total somebody gave, else its parts; bonuses added, deductions taken, between 0 and the maximum. */
export function criteriaSum(criterion: Criterion, slot: number, scope: Scope): Run {
  const most = exact(criterion.max)
  const parts = criterion.children.flatMap((child) => {
    const info = scope.names.get(`criteria.${child.code}`)
    // Two parts may share a code when they serve different groups.
    return info?.criterion === child ? [{ slot: info.slot, minus: child.scoring.kind === 'deduction' }] : []
  })
  const adjusts = criterion.children.some((child) => child.scoring.kind === 'deduction' || child.scoring.kind === 'bonus')
  return (frame) => {
    const slots = frame.slots
    if (!(slots[slot] instanceof Missing)) return
    let sum: Rational = rational.zero
    let missing: Missing | null = null
    for (const part of parts) {
      const value = slots[part.slot] as Value
      if (value instanceof Missing) missing = missing === null ? value : mergeMissing(missing, value)
      else if (missing === null) sum = part.minus ? rational.sub(sum, value as Rational) : rational.add(sum, value as Rational)
    }
    slots[slot] = missing ?? (adjusts ? clamp(sum, most) : sum)
  }
}

/** A fresh frame with every list empty. */
export function newFrame(plan: PartPlan): Frame {
  const lists: Value[][][] = []
  for (let i = 0; i < plan.scope.lists.size; i++) lists.push([])
  return new Frame(plan.template.slice(), lists)
}

export function runPlan(plan: PartPlan, frame: Frame): void {
  for (const run of plan.runs(frame)) run(frame)
}

/** A frame of another part that sees the same settings, group and facts. */
export function deriveFrame(plan: GroupPlan, part: PartPlan, from: Frame): Frame {
  const frame = newFrame(part)
  for (let i = 0; i < plan.sharedSlots; i++) frame.slots[i] = from.slots[i] as Value
  for (let i = 0; i < plan.sharedLists; i++) frame.lists[i] = (from.lists[i] as Value[][]).map((item) => item.slice())
  return frame
}
