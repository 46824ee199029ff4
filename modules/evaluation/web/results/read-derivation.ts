import { compare, equals, parseRational } from '#kernel/rational.ts'
import { showDecimal } from '#ui/decimal.ts'
import type { DerivationNode } from '#ui/derivation.tsx'
import type { Language } from '#ui/language.ts'
import type { DerivationView } from '../../contract/views.ts'

/** How a derivation is put into words. */
export interface DerivationReading {
  readonly language: Language
  readonly yes: string
  readonly no: string
  readonly missing: string
  readonly units: Readonly<Record<string, string>>
  /** The rulebook's own formulas instead of the numbers put into them. */
  readonly raw: boolean
  /** Words for a text value the step itself has none for, e.g. a group's name. */
  readonly nameOf: (id: string, text: string) => string
}

/** Most addends written out; a longer sum is its steps. */
const mostAddends = 8

/** The engine's derivation as the screen shows it: each place its own id, values in words, formulas with their numbers. */
export function readDerivation(step: DerivationView, reading: DerivationReading, path = '', item = ''): DerivationNode {
  const id = `${path}/${step.id}`
  // Below a task its name is already said.
  const full = step.label[reading.language]
  const label = item !== '' && full.startsWith(item) ? full.slice(item.length) : full
  const own = /^(.+: )[^:]+$/.exec(full)?.[1]
  const below = own !== undefined && /\[\d+\]/.test(step.id) ? own : item
  const { language } = reading
  const note = step.note?.[language]
  const text = step.value.kind === 'text' || (step.value.kind === 'missing' && note !== undefined)
  const unit = step.value.kind === 'number' ? reading.units[step.unit] : undefined
  const formula = reading.raw ? (step.formula ?? undefined) : formulaInNumbers(step, language)
  return {
    id,
    label,
    value: text && note !== undefined ? note : valueOf(step, reading),
    ...(unit === undefined ? {} : { unit }),
    ...(formula === undefined ? {} : { formula }),
    ...(step.article === null ? {} : { article: step.article }),
    ...(note === undefined || text ? {} : { note }),
    ...(step.inputs.length === 0 ? {} : { children: step.inputs.map((input) => readDerivation(input, reading, id, below)) }),
  }
}

function valueOf({ id, value }: DerivationView, reading: DerivationReading): string {
  switch (value.kind) {
    case 'number':
      return showDecimal(value.shown, reading.language)
    case 'boolean':
      return value.value ? reading.yes : reading.no
    case 'text':
      return reading.nameOf(id, value.value)
    case 'missing':
      return reading.missing
  }
}

const arithmetic = /^[\p{L}\p{N}_.\s+*/()-]+$/u
const name = /[\p{L}_][\p{L}\p{N}_.]*/gu

/**
 * A formula with the numbers of its inputs: `(a + b + c) / 3` → `(100% + 87,5% + 75%) ÷ 3`; a sum over a list as its
 * addends; of a choice the branch that was taken. Undefined where the steps below say it better.
 */
export function formulaInNumbers(step: Pick<DerivationView, 'formula' | 'inputs'>, language: Language): string | undefined {
  const { inputs } = step
  if (step.formula === null || inputs.length === 0) return undefined
  const formula = takenBranch(step.formula, inputs)
  if (formula === undefined) return undefined
  const shown = (input: DerivationView) => (input.value.kind === 'number' ? `${showDecimal(input.value.shown, language)}${input.unit === 'percent' ? '%' : ''}` : undefined)
  if (/^sum\([^()]+\)$/.test(formula)) {
    const addends = inputs.map(shown)
    return addends.length < 2 || addends.length > mostAddends || addends.includes(undefined) ? undefined : addends.join(' + ')
  }
  if (!/[+*/-]/.test(formula) || !arithmetic.test(formula) || /[\p{L}_]\s*\(/u.test(formula) || /\b(?:and|or|not)\b/.test(formula)) return undefined
  const values = new Map(inputs.flatMap((input) => [...shortNames(input.id)].map((short) => [short, shown(input)] as const)))
  let complete = true
  const text = formula.replace(name, (found) => {
    const value = values.get(found)
    if (value === undefined) complete = false
    return value ?? found
  })
  return complete ? text.replaceAll('*', '×').replaceAll('/', '÷').replaceAll(' - ', ' − ') : undefined
}

/** Follows `if(condition, then, else)` by what the inputs say; undefined when a condition is not that simple. */
function takenBranch(formula: string, inputs: readonly DerivationView[]): string | undefined {
  const text = formula.trim()
  const inside = /^if\((.+)\)$/s.exec(text)?.[1]
  if (inside === undefined) return text
  const [condition, then, otherwise, ...rest] = splitArguments(inside)
  if (condition === undefined || then === undefined || otherwise === undefined || rest.length > 0) return undefined
  const holds = conditionHolds(condition.trim(), inputs)
  return holds === undefined ? undefined : takenBranch(holds ? then : otherwise, inputs)
}

function splitArguments(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign !== ',' || depth > 0) continue
    parts.push([...text].slice(start, at).join(''))
    start = at + 1
  }
  return depth === 0 ? [...parts, [...text].slice(start).join('')] : []
}

function conditionHolds(condition: string, inputs: readonly DerivationView[]): boolean | undefined {
  const [, left, sign, right] = /^([\p{L}_][\p{L}\p{N}_.]*)(?:\s*(==|>)\s*(.+))?$/u.exec(condition) ?? []
  const value = left === undefined ? undefined : inputs.find((input) => shortNames(input.id).has(left))?.value
  if (value === undefined) return undefined
  if (sign === undefined) return value.kind === 'boolean' ? value.value : undefined
  if (value.kind === 'text' && sign === '==') return `"${value.value}"` === right
  const number = value.kind === 'number' ? parseRational(value.exact) : null
  const limit = right === undefined ? null : parseRational(right)
  if (number === null || limit === null) return undefined
  return sign === '==' ? equals(number, limit) : compare(number, limit) > 0
}

/** The names a formula may use for a step: `tasks[0].done` is `done`, `criteria.I.1` is `I.1` or `criteria.I.1`. */
function shortNames(id: string): Set<string> {
  return new Set([id, id.replace(/^.+\[\d+\]\./, ''), id.replace(/^criteria\./, '')])
}
