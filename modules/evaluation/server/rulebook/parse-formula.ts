import jsep from 'jsep'
import { parseRational, toFraction } from '#kernel/rational.ts'
import {
  listFunctions,
  valueFunctions,
  type BinaryOperator,
  type Expression,
  type Formula,
  type ListFunction,
  type ValueFunction,
} from '../../domain/rulebook/expression.ts'

const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6,
}
jsep.removeAllBinaryOps()
jsep.removeAllUnaryOps()
jsep.removeAllLiterals()
for (const [operator, rank] of Object.entries(precedence)) jsep.addBinaryOp(operator, rank)
jsep.addUnaryOp('-')
jsep.addUnaryOp('not')
jsep.addLiteral('true', true)
jsep.addLiteral('false', false)

const longestText = 2000
const deepestTree = 40
const mostNodes = 500

/** Why a formula cannot be read. */
export class FormulaError extends Error {
  readonly expected: string
  constructor(message: string, expected: string) {
    super(message)
    this.name = 'FormulaError'
    this.expected = expected
  }
}

class Converter {
  private nodes = 0

  expression(node: jsep.Expression, depth: number): Expression {
    this.nodes += 1
    if (depth > deepestTree) throw new FormulaError(`Công thức lồng quá ${deepestTree} tầng`, 'tách thành các đại lượng có tên')
    if (this.nodes > mostNodes) throw new FormulaError(`Công thức có quá ${mostNodes} phần tử`, 'tách thành các đại lượng có tên')
    const inner = (child: unknown) => this.expression(child as jsep.Expression, depth + 1)
    switch (node.type) {
      case 'Literal':
        return literal(node as jsep.Literal)
      case 'Identifier':
      case 'MemberExpression':
        return { kind: 'name', name: nameOf(node) }
      case 'UnaryExpression':
        return { kind: node['operator'] === 'not' ? 'not' : 'negate', operand: inner(node['argument']) }
      case 'BinaryExpression':
        return { kind: 'binary', operator: node['operator'] as BinaryOperator, left: inner(node['left']), right: inner(node['right']) }
      case 'CallExpression':
        return this.call(node as jsep.CallExpression, inner)
      default:
        throw new FormulaError('Công thức chỉ gồm số, chữ, tên, + - * /, so sánh, and, or, not và các hàm', [...valueFunctions, ...listFunctions].join(' | '))
    }
  }

  call(node: jsep.CallExpression, inner: (child: unknown) => Expression): Expression {
    const name = nameOf(node.callee)
    if ((listFunctions as readonly string[]).includes(name)) {
      const [list, body, ...rest] = node.arguments
      if (!list || rest.length > 0) throw new FormulaError(`Hàm ${name} nhận danh sách và một biểu thức`, `${name}(tasks, …)`)
      return { kind: 'over', function: name as ListFunction, list: nameOf(list), body: body ? inner(body) : null }
    }
    if (!(valueFunctions as readonly string[]).includes(name)) {
      throw new FormulaError(`Không có hàm “${name}”`, [...valueFunctions, ...listFunctions].join(' | '))
    }
    return { kind: 'call', function: name as ValueFunction, args: node.arguments.map(inner) }
  }
}

function literal(node: jsep.Literal): Expression {
  if (typeof node.value === 'boolean') return { kind: 'boolean', value: node.value }
  if (typeof node.value === 'string') return { kind: 'text', value: node.value }
  const value = parseRational(node.raw)
  if (value === null) throw new FormulaError(`Không đọc được số “${node.raw}”`, 'ví dụ 0.25')
  return { kind: 'number', value: toFraction(value) }
}

/** `settings.quota.base` and `criteria["I.1"]` are names; anything else computed is refused. */
function nameOf(node: jsep.Expression): string {
  if (node.type === 'Identifier') return node['name'] as string
  if (node.type === 'MemberExpression' && node['optional'] !== true) {
    const { object, property, computed } = node as jsep.MemberExpression
    const start = nameOf(object)
    if (!computed && property.type === 'Identifier') return `${start}.${property['name'] as string}`
    if (computed && property.type === 'Literal' && typeof property['value'] === 'string') return `${start}.${property['value']}`
  }
  throw new FormulaError('Chỉ dùng tên đã khai báo', 'ví dụ settings.deduction hoặc criteria["I.1"]')
}

/** The parser's complaints, as sentences; what stands at the place is quoted from its own. */
const complaints: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^Expected expression after (.+)$/, (found) => `thiếu vế sau “${found}”`],
  [/^Unclosed quote after "(.*)"$/, (found) => `chưa đóng dấu nháy sau “${found}”`],
  [/^Unclosed (.)$/, (found) => `chưa đóng ngoặc “${found}”`],
  [/^Expected (.)$/, (found) => `thiếu dấu “${found}”`],
  [/^Expected comma$/, () => 'thiếu dấu phẩy giữa các đối số'],
  [/^Expected exponent \((.*)\)$/, (found) => `không đọc được số “${found}”`],
  [/^Variable names cannot start with a number \((.*)\)$/, (found) => `tên không bắt đầu bằng chữ số (${found})`],
  [/^Unexpected period$/, () => 'dấu chấm đặt sai chỗ'],
  [/^Unexpected "(.+)"$/, (found) => `không hiểu “${found}”`],
  [/^Unexpected (?:token )?(.+)$/, (found) => `không hiểu “${found}”`],
]

function unreadable(error: unknown): FormulaError {
  const { description, index } = (error ?? {}) as { readonly description?: unknown; readonly index?: unknown }
  const said = typeof description === 'string' ? description : ''
  const known = complaints.flatMap(([pattern, sentence]) => {
    const found = pattern.exec(said)
    return found === null ? [] : [sentence((found[1] ?? '').slice(0, 40))]
  })
  const place = typeof index === 'number' ? ` ở ký tự ${index + 1}` : ''
  return new FormulaError(`Không đọc được công thức${place}: ${known[0] ?? 'sai cách viết'}`, 'số, tên, phép tính và hàm, ví dụ (a + b + c) / 3')
}

/** Reads the text of a formula into its tree. Throws {@link FormulaError}; never runs anything. */
export function parseFormula(source: string): Formula {
  const text = source.normalize('NFC').trim()
  if (text === '') throw new FormulaError('Công thức trống', 'một biểu thức')
  if (text.length > longestText) throw new FormulaError(`Công thức dài quá ${longestText} ký tự`, 'tách thành các đại lượng có tên')
  let tree: jsep.Expression
  try {
    tree = jsep(text)
  } catch (error) {
    if (error instanceof RangeError) throw new FormulaError('Công thức lồng quá sâu', 'tách thành các đại lượng có tên')
    throw unreadable(error)
  }
  return { text, ast: new Converter().expression(tree, 1) }
}
