import * as rational from '#kernel/rational.ts'
import { chosenBranch, type Expression } from '../rulebook/expression.ts'
import { Missing, type Value } from './value.ts'

/** Values known before any sheet is read, by full name. */
export type Known = ReadonlyMap<string, Value>

function literal(value: Value): Expression | null {
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'string') return { kind: 'text', value }
  return value instanceof Missing ? null : { kind: 'number', value: rational.toFraction(value) }
}

/**
 * The same formula with known settings put in and the branches they rule out removed.
 * Only for speed: a derivation always explains the formula as written.
 */
export function foldSettings(ast: Expression, known: Known): Expression {
  const fold = (inner: Expression) => foldSettings(inner, known)
  switch (ast.kind) {
    case 'name': {
      const value = known.get(ast.name)
      return value === undefined ? ast : (literal(value) ?? ast)
    }
    case 'negate':
      return { ...ast, operand: fold(ast.operand) }
    case 'not': {
      const operand = fold(ast.operand)
      return operand.kind === 'boolean' ? { kind: 'boolean', value: !operand.value } : { ...ast, operand }
    }
    case 'binary':
      return foldBinary({ ...ast, left: fold(ast.left), right: fold(ast.right) })
    case 'call': {
      if (ast.function === 'given') return ast
      const args = ast.args.map(fold)
      const [condition, yes, no] = args
      if (ast.function === 'if' && condition?.kind === 'boolean' && yes && no) return condition.value ? yes : no
      if (ast.function === 'choose' && condition?.kind === 'text') return chosenBranch(args, condition.value) ?? { ...ast, args }
      return { ...ast, args }
    }
    case 'over':
      return ast.body === null ? ast : { ...ast, body: fold(ast.body) }
    default:
      return ast
  }
}

function foldBinary(ast: Extract<Expression, { kind: 'binary' }>): Expression {
  const { operator, left, right } = ast
  if (operator === 'and' || operator === 'or') {
    const deciding = operator === 'or'
    if (left.kind === 'boolean') return left.value === deciding ? left : right
    if (right.kind === 'boolean') return right.value === deciding ? right : left
    return ast
  }
  if ((operator === '==' || operator === '!=') && left.kind === 'text' && right.kind === 'text') {
    return { kind: 'boolean', value: (left.value === right.value) === (operator === '==') }
  }
  return ast
}
