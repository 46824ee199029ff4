import type { CompiledRulebook, ListDefinition, Quantity } from '../rulebook/compiled-rulebook.ts'
import { keysOf } from '../rulebook/scope.ts'
import { checkLimits, planOrProblem } from './score-subject.ts'
import { runPlan, type GroupPlan } from './plan.ts'
import { Problems } from './problems.ts'
import { readShared } from './read-shared.ts'
import { readSheet } from './read-sheet.ts'
import { itemPath } from './read-value.ts'
import { shownValue } from './shown-value.ts'
import type { DerivationValue, InputProblem } from './types.ts'
import { Missing, missingInput, type Frame } from './value.ts'

/** A quantity the rulebook computes from a list alone, as far as it is known. */
export interface ListQuantity {
  readonly quantity: Quantity
  readonly value: DerivationValue
}

/** The lists of one sheet as the engine reads them, before anything else of the sheet is known. */
export interface ReadLists {
  /** Values that do not fit their fields. */
  readonly problems: readonly InputProblem[]
  /** Limits of the rulebook that hold; looked at only when every value fits. */
  readonly limits: readonly InputProblem[]
  /** Paths of entries the task points, or the points of an item, cannot do without; none once the task points are known. */
  readonly missing: readonly string[]
  /** By list, for each item in order: what is computed for it. */
  readonly items: Readonly<Record<string, readonly (readonly ListQuantity[])[]>>
  /** What is computed over whole lists. */
  readonly sums: readonly ListQuantity[]
}

/** Reads lists by the very checks scoring will make; `input` holds settings, group, facts and the lists. */
export function readLists(rulebook: CompiledRulebook, input: { readonly group: string; readonly settings: unknown; readonly facts?: unknown; readonly [list: string]: unknown }): ReadLists {
  const problems = new Problems()
  const plan = planOrProblem(rulebook, input.group, problems)
  const frame = readShared(plan, input, problems)
  readSheet(plan, input, frame, problems)
  if (problems.list.length > 0) return { problems: problems.list, limits: [], missing: [], items: {}, sums: [] }
  runPlan(plan.sheet, frame)
  checkLimits(plan, frame, missingInput('total'), problems)
  const { taskPoints, total } = plan.answers
  const points = frame.slots[taskPoints >= 0 ? taskPoints : total]
  const starts = rulebook.lists.map((list) => list.id)
  const ofItem = (list: string) => [...(plan.sheet.scope.lists.get(list)?.names.values() ?? [])].flatMap((info) => (info.quantity !== null && info.quantity.unit !== 'none' ? [{ info, quantity: info.quantity }] : []))
  const items = Object.fromEntries(
    rulebook.lists.flatMap(({ id }) => {
      const scope = plan.sheet.scope.lists.get(id)
      if (scope === undefined) return []
      const quantities = ofItem(id)
      return [[id, (frame.lists[scope.index] ?? []).map((item) => quantities.flatMap(({ info, quantity }) => known(quantity, item[info.slot])))] as const]
    }),
  )
  const missing = points instanceof Missing ? [...pathsIn(points, starts), ...rulebook.lists.flatMap((list) => missingInItems(plan, list, frame))] : []
  const answers = new Set([rulebook.sheet.total, rulebook.sheet.generalPoints])
  const sums = [...plan.sheet.scope.names.values()].flatMap(({ quantity, slot }) => (quantity === null || quantity.unit === 'none' || answers.has(quantity.id) ? [] : known(quantity, frame.slots[slot])))
  return { problems: [], limits: problems.list, missing, items, sums }
}

function pathsIn({ causes }: Missing, lists: readonly string[]): string[] {
  return causes.flatMap(({ path }) => (path !== null && lists.some((id) => path.startsWith(`${id}.`) || path.startsWith(`${id}[`)) ? [path] : []))
}

/** Where an item's points cannot be known: what they ask for, or, when a rule of the rulebook says so, every blank of the item. */
function missingInItems(plan: GroupPlan, list: ListDefinition, frame: Frame): string[] {
  const scope = plan.sheet.scope.lists.get(list.id)
  if (scope === undefined) return []
  const keys = keysOf(list, plan.group).map((each) => each.key)
  const points = [...scope.names.values()].filter((info) => info.quantity?.unit === 'points')
  return (frame.lists[scope.index] ?? []).flatMap((item, at) => {
    const values = points.flatMap(({ slot }) => (item[slot] instanceof Missing ? [item[slot]] : []))
    const ruled = values.some(({ causes }) => causes.some((cause) => cause.path === null))
    const blank = ruled ? list.fields.flatMap((field, slot) => (item[slot] instanceof Missing ? [`${itemPath(list.id, keys, at)}.${field.id}`] : [])) : []
    return [...values.flatMap((value) => pathsIn(value, [list.id])), ...blank]
  })
}

function known(quantity: Quantity, value: Parameters<typeof shownValue>[0] | undefined): ListQuantity[] {
  return value === undefined || value instanceof Missing ? [] : [{ quantity, value: shownValue(value, quantity.unit) }]
}
