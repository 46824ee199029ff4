import type { Quantity } from './compiled-rulebook.ts'
import type { Expression } from './expression.ts'
import type { ListScope, NameInfo, Scope } from './scope.ts'

/** The name as seen from inside a list item (item first, then the sheet), or undefined. */
export function resolve(scope: Scope, item: ListScope | null, name: string): NameInfo | undefined {
  return item?.names.get(name) ?? scope.names.get(name)
}

/** Calls `visit` for every name a formula reads, with the list item it is read in. */
export function eachName(ast: Expression, scope: Scope, item: ListScope | null, visit: (info: NameInfo) => void): void {
  switch (ast.kind) {
    case 'name': {
      const info = resolve(scope, item, ast.name)
      if (info) visit(info)
      return
    }
    case 'negate':
    case 'not':
      return eachName(ast.operand, scope, item, visit)
    case 'binary':
      eachName(ast.left, scope, item, visit)
      return eachName(ast.right, scope, item, visit)
    case 'call':
      for (const arg of ast.args) eachName(arg, scope, item, visit)
      return
    case 'over': {
      const list = scope.lists.get(ast.list)
      if (ast.body && list) eachName(ast.body, scope, list, visit)
      return
    }
    default:
      return
  }
}

/** A step of computing a sheet: a quantity, or a criterion that is the sum of its parts or computed. */
export interface Step {
  readonly key: string
  readonly info: NameInfo
  readonly quantity: Quantity | null
}

export interface Ordered {
  readonly steps: readonly Step[]
  /** Each cycle as the ids it runs through, first id repeated at the end. */
  readonly cycles: readonly (readonly string[])[]
}

function keyOf(info: NameInfo): string {
  return info.list === null ? info.name : `${info.list}/${info.name}`
}

function dependenciesOf(info: NameInfo, scope: Scope): NameInfo[] {
  const found = new Set<NameInfo>()
  const item = info.list === null ? null : (scope.lists.get(info.list) ?? null)
  if (info.quantity) eachName(info.quantity.formula.ast, scope, item, (name) => found.add(name))
  if (info.criterion) {
    if (info.criterion.scoring.kind === 'computed') eachName(info.criterion.scoring.formula.ast, scope, null, (name) => found.add(name))
    for (const child of info.criterion.children) {
      const name = scope.names.get(`criteria.${child.code}`)
      if (name) found.add(name)
    }
  }
  return [...found].filter(isStep)
}

function isStep(info: NameInfo): boolean {
  if (info.quantity) return true
  return info.criterion !== null && (info.criterion.children.length > 0 || info.criterion.scoring.kind === 'computed')
}

/** Puts quantities and criteria sums in an order in which each can be computed; reports the cycles. */
export function orderSteps(scope: Scope): Ordered {
  const all = [...scope.names.values(), ...[...scope.lists.values()].flatMap((list) => [...list.names.values()])].filter(isStep)
  const state = new Map<string, 'open' | 'done'>()
  const steps: Step[] = []
  const cycles: string[][] = []
  const trail: NameInfo[] = []
  const visit = (info: NameInfo): void => {
    const key = keyOf(info)
    const known = state.get(key)
    if (known === 'done') return
    if (known === 'open') {
      const from = trail.findIndex((other) => keyOf(other) === key)
      cycles.push([...trail.slice(from), info].map((other) => other.name))
      return
    }
    state.set(key, 'open')
    trail.push(info)
    for (const dependency of dependenciesOf(info, scope)) visit(dependency)
    trail.pop()
    state.set(key, 'done')
    steps.push({ key, info, quantity: info.quantity })
  }
  for (const info of all) visit(info)
  return { steps, cycles }
}
