import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import { chooseParts, type Expression } from '../rulebook/expression.ts'
import { resolve } from '../rulebook/order-quantities.ts'
import type { ListScope, Scope } from '../rulebook/scope.ts'
import { mergeMissing, Missing, type Frame, type Value } from './value.ts'

export type Evaluate = (frame: Frame) => Value

/**
 * Turns a checked formula into a closure. The checker has already refused unknown names and wrong types,
 * so a name that is absent here is a fault of the program, not of the input.
 */
export function compileExpression(ast: Expression, scope: Scope, item: ListScope | null): Evaluate {
  switch (ast.kind) {
    case 'number': {
      const value = rational.parseRational(ast.value)
      if (value === null) throw new Error(`not a number: ${ast.value}`)
      return () => value
    }
    case 'text':
    case 'boolean': {
      const value = ast.value
      return () => value
    }
    case 'name':
      return compileName(ast.name, scope, item)
    case 'negate': {
      const operand = compileExpression(ast.operand, scope, item)
      return (frame) => {
        const value = operand(frame)
        return value instanceof Missing ? value : rational.negate(value as Rational)
      }
    }
    case 'not': {
      const operand = compileExpression(ast.operand, scope, item)
      return (frame) => {
        const value = operand(frame)
        return value instanceof Missing ? value : !(value as boolean)
      }
    }
    case 'binary':
      return compileBinary(ast, scope, item)
    case 'call':
      return compileCall(ast, scope, item)
    case 'over':
      return compileOver(ast, scope)
  }
}

function compileName(name: string, scope: Scope, item: ListScope | null): Evaluate {
  const info = resolve(scope, item, name)
  if (!info) throw new Error(`unknown name: ${name}`)
  const slot = info.slot
  return info.list === null ? (frame) => frame.slots[slot] as Value : (frame) => frame.item[slot] as Value
}

const numeric = {
  '+': rational.add,
  '-': rational.sub,
  '*': rational.mul,
} as const

const orders = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
} as const

function compileBinary(ast: Extract<Expression, { kind: 'binary' }>, scope: Scope, item: ListScope | null): Evaluate {
  const left = compileExpression(ast.left, scope, item)
  const constant = constantOf(ast.right)
  if (constant !== null && ast.operator in againstConstant) return againstConstant[ast.operator as keyof typeof againstConstant](left, constant)
  const right = compileExpression(ast.right, scope, item)
  switch (ast.operator) {
    case 'and':
    case 'or': {
      // A known "false and …" or "true or …" decides even when the other side is missing.
      const deciding = ast.operator === 'or'
      return (frame) => {
        const l = left(frame)
        if (l === deciding) return deciding
        const r = right(frame)
        if (r === deciding) return deciding
        return either(l, r) ?? !deciding
      }
    }
    case '+':
    case '-':
    case '*': {
      const apply = numeric[ast.operator]
      return (frame) => {
        const l = left(frame)
        const r = right(frame)
        return either(l, r) ?? apply(l as Rational, r as Rational)
      }
    }
    case '/':
      return (frame) => {
        const l = left(frame)
        const r = right(frame)
        const missing = either(l, r)
        if (missing) return missing
        if (rational.isZero(r as Rational)) return new Missing([{ code: 'division_by_zero', path: null }])
        return rational.div(l as Rational, r as Rational)
      }
    case '==':
    case '!=': {
      const same = ast.operator === '=='
      return (frame) => {
        const l = left(frame)
        const r = right(frame)
        return either(l, r) ?? equal(l, r) === same
      }
    }
    default: {
      const holds = orders[ast.operator]
      return (frame) => {
        const l = left(frame)
        const r = right(frame)
        return either(l, r) ?? holds(rational.compare(l as Rational, r as Rational))
      }
    }
  }
}

function constantOf(ast: Expression): Rational | string | null {
  if (ast.kind === 'text') return ast.value
  return ast.kind === 'number' ? rational.parseRational(ast.value) : null
}

type AgainstConstant = (left: Evaluate, constant: Rational | string) => Evaluate

function compareWith(same: boolean): AgainstConstant {
  return (left, constant) => {
    if (typeof constant === 'string') {
      return (frame) => {
        const l = left(frame)
        return l instanceof Missing ? l : (l === constant) === same
      }
    }
    return (frame) => {
      const l = left(frame)
      return l instanceof Missing ? l : rational.equals(l as Rational, constant) === same
    }
  }
}

function calculateWith<T extends Value>(apply: (l: Rational, r: Rational) => T): AgainstConstant {
  return (left, constant) => (frame) => {
    const l = left(frame)
    return l instanceof Missing ? l : apply(l as Rational, constant as Rational)
  }
}

/** Most formulas set a value against a constant; these skip evaluating the constant. */
const againstConstant = {
  '==': compareWith(true),
  '!=': compareWith(false),
  '+': calculateWith(rational.add),
  '-': calculateWith(rational.sub),
  '*': calculateWith(rational.mul),
  '<': calculateWith((l, r) => rational.compare(l, r) < 0),
  '<=': calculateWith((l, r) => rational.compare(l, r) <= 0),
  '>': calculateWith((l, r) => rational.compare(l, r) > 0),
  '>=': calculateWith((l, r) => rational.compare(l, r) >= 0),
} as const

function either(l: Value, r: Value): Missing | undefined {
  if (l instanceof Missing) return r instanceof Missing ? mergeMissing(l, r) : l
  return r instanceof Missing ? r : undefined
}

function equal(l: Value, r: Value): boolean {
  return typeof l === 'object' ? rational.equals(l as Rational, r as Rational) : l === r
}

function compileCall(ast: Extract<Expression, { kind: 'call' }>, scope: Scope, item: ListScope | null): Evaluate {
  if (ast.function === 'insufficient') {
    const code = ast.args[0]?.kind === 'text' ? ast.args[0].value : ''
    const missing = new Missing([{ code, path: null }])
    return () => missing
  }
  if (ast.function === 'choose') return compileChoose(ast.args, scope, item)
  const args = ast.args.map((arg) => compileExpression(arg, scope, item))
  const [first, second, third] = args as [Evaluate, Evaluate, Evaluate]
  switch (ast.function) {
    case 'if':
      return (frame) => {
        const condition = first(frame)
        if (condition instanceof Missing) return condition
        return condition === true ? second(frame) : third(frame)
      }
    case 'given':
      return (frame) => !(first(frame) instanceof Missing)
    case 'min':
      return args.reduce((a, b) => pairwise(a, b, rational.min))
    case 'max':
      return args.reduce((a, b) => pairwise(a, b, rational.max))
    case 'clamp':
      return pairwise(pairwise(first, second, rational.max), third, rational.min)
    case 'floor':
      return single(first, rational.floor)
    case 'ceil':
      return single(first, rational.ceil)
    case 'round':
      return args.length === 1 ? single(first, (x) => rational.roundTo(x, rational.one)) : pairwise(first, second, rational.roundTo)
    case 'snap_down':
      return snapDown(args)
  }
}

function compileChoose(args: readonly Expression[], scope: Scope, item: ListScope | null): Evaluate {
  const { pairs, otherwise } = chooseParts(args)
  const choice = compileExpression(args[0] as Expression, scope, item)
  const branches = new Map(pairs.map(([label, value]) => [label.kind === 'text' ? label.value : '', compileExpression(value, scope, item)]))
  const other: Evaluate = otherwise === null ? () => unmatched : compileExpression(otherwise, scope, item)
  return (frame) => {
    const value = choice(frame)
    return value instanceof Missing ? value : (branches.get(value as string) ?? other)(frame)
  }
}

const unmatched = new Missing([{ code: 'unmatched', path: null }])

function single(arg: Evaluate, apply: (x: Rational) => Rational): Evaluate {
  return (frame) => {
    const value = arg(frame)
    return value instanceof Missing ? value : apply(value as Rational)
  }
}

function pairwise(a: Evaluate, b: Evaluate, apply: (x: Rational, y: Rational) => Rational): Evaluate {
  return (frame) => {
    const l = a(frame)
    const r = b(frame)
    return either(l, r) ?? apply(l as Rational, r as Rational)
  }
}

/** The greatest of the allowed values not above the first argument; the least allowed when all are above. */
function snapDown(args: readonly Evaluate[]): Evaluate {
  const [first, ...allowed] = args as [Evaluate, ...Evaluate[]]
  return (frame) => {
    const value = first(frame)
    if (value instanceof Missing) return value
    let best: Rational | null = null
    let least: Rational | null = null
    for (const each of allowed) {
      const step = each(frame)
      if (step instanceof Missing) return step
      const candidate = step as Rational
      if (rational.compare(candidate, value as Rational) <= 0) best = best === null ? candidate : rational.max(best, candidate)
      least = least === null ? candidate : rational.min(least, candidate)
    }
    return best ?? (least as Rational)
  }
}

function compileOver(ast: Extract<Expression, { kind: 'over' }>, scope: Scope): Evaluate {
  const list = scope.lists.get(ast.list)
  if (!list) throw new Error(`unknown list: ${ast.list}`)
  const index = list.index
  if (ast.body === null) return (frame) => rational.rational((frame.lists[index] as Value[][]).length)
  const body = compileExpression(ast.body, scope, list)
  switch (ast.function) {
    case 'sum':
      return fold(index, body, rational.zero, rational.add)
    case 'lowest':
    case 'highest':
      return extreme(index, body, ast.function === 'lowest' ? rational.min : rational.max, ast.list)
    case 'any':
      return logical(index, body, true)
    case 'all':
      return logical(index, body, false)
    case 'count':
      return fold(index, (frame) => {
        const value = body(frame)
        return value instanceof Missing ? value : value === true ? rational.one : rational.zero
      }, rational.zero, rational.add)
  }
}

function fold(index: number, body: Evaluate, start: Rational, apply: (x: Rational, y: Rational) => Rational): Evaluate {
  return (frame) => {
    const outer = frame.item
    let result = start
    let missing: Missing | null = null
    for (const item of frame.lists[index] as Value[][]) {
      frame.item = item
      const value = body(frame)
      if (value instanceof Missing) missing = missing === null ? value : mergeMissing(missing, value)
      else if (missing === null) result = apply(result, value as Rational)
    }
    frame.item = outer
    return missing ?? result
  }
}

function extreme(index: number, body: Evaluate, apply: (x: Rational, y: Rational) => Rational, list: string): Evaluate {
  const none = new Missing([{ code: 'empty_list', path: list }])
  return (frame) => {
    const first = (frame.lists[index] as Value[][])[0]
    if (!first) return none
    const outer = frame.item
    frame.item = first
    const start = body(frame)
    frame.item = outer
    return start instanceof Missing ? start : fold(index, body, start as Rational, apply)(frame)
  }
}

function logical(index: number, body: Evaluate, deciding: boolean): Evaluate {
  return (frame) => {
    const outer = frame.item
    let missing: Missing | null = null
    let decided = false
    for (const item of frame.lists[index] as Value[][]) {
      frame.item = item
      const value = body(frame)
      if (value === deciding) {
        decided = true
        break
      }
      if (value instanceof Missing) missing = missing === null ? value : mergeMissing(missing, value)
    }
    frame.item = outer
    return decided ? deciding : (missing ?? !deciding)
  }
}
