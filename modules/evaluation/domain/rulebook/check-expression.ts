import { compare, parseRational, zero } from '#kernel/rational.ts'
import { chooseParts, type Expression } from './expression.ts'
import { resolve } from './order-quantities.ts'
import type { ListScope, Scope, Sign, ValueType } from './scope.ts'

/** What a formula gives, found without computing it. `never`: always insufficient data. */
export interface Typed {
  readonly type: ValueType | 'never'
  readonly values: readonly string[] | null
  readonly sign: Sign
}

export interface ExpressionProblem {
  readonly code: 'unknown_name' | 'type' | 'unknown_value' | 'division_by_zero' | 'arguments' | 'unknown_message'
  readonly message: string
  readonly expected: string
}

export interface ExpressionCheck {
  readonly scope: Scope
  readonly item: ListScope | null
  readonly messages: ReadonlySet<string>
  readonly problems: ExpressionProblem[]
  /** Expressions known to differ from zero here, by their text form. */
  readonly nonZero: ReadonlySet<string>
}

const number = (sign: Sign): Typed => ({ type: 'number', values: null, sign })
const boolean: Typed = { type: 'boolean', values: null, sign: 'any' }
const never: Typed = { type: 'never', values: null, sign: 'any' }
const typeNames = { number: 'số', boolean: 'đúng/sai', text: 'chữ', never: 'thiếu dữ liệu' } as const

/** Type, sign and every fault of one formula. */
export function checkExpression(ast: Expression, check: ExpressionCheck): Typed {
  switch (ast.kind) {
    case 'number':
      return number(signOf(ast.value))
    case 'text':
      return { type: 'text', values: [ast.value], sign: 'any' }
    case 'boolean':
      return boolean
    case 'name':
      return checkName(ast.name, check)
    case 'negate':
      expectType(ast.operand, 'number', check)
      return number('any')
    case 'not':
      expectType(ast.operand, 'boolean', check)
      return boolean
    case 'binary':
      return checkBinary(ast, check)
    case 'call':
      return checkCall(ast, check)
    case 'over':
      return checkOver(ast, check)
  }
}

function signOf(value: string): Sign {
  const parsed = parseRational(value)
  const order = parsed === null ? -1 : compare(parsed, zero)
  return order > 0 ? 'positive' : order === 0 ? 'not_negative' : 'any'
}

function checkName(name: string, check: ExpressionCheck): Typed {
  const info = resolve(check.scope, check.item, name)
  if (!info) {
    const near = nearest(name, [...(check.item?.names.keys() ?? []), ...check.scope.names.keys()])
    report(check, 'unknown_name', `Không có tên “${name}”`, near ? `tên đã khai báo, ví dụ ${near}` : 'tên đã khai báo')
    return never
  }
  return { type: info.type, values: info.values, sign: info.sign }
}

/** The declared name most like a mistyped one; null when none is like it. */
function nearest(name: string, names: readonly string[]): string | null {
  const tail = (text: string) => text.split('.').at(-1)?.toLowerCase() ?? ''
  const wanted = tail(name)
  const within = names.find((other) => other.toLowerCase().includes(wanted) || wanted.includes(tail(other)))
  if (within !== undefined) return within
  const [closest] = names.slice(0, 500).map((other) => ({ other, far: distance(name.slice(0, 80), other) })).sort((a, b) => a.far - b.far)
  return closest !== undefined && closest.far <= 3 ? closest.other : null
}

/** Letters to change, add or drop to make one text of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

function report(check: ExpressionCheck, code: ExpressionProblem['code'], message: string, expected: string): void {
  check.problems.push({ code, message, expected })
}

function expectType(ast: Expression, type: ValueType, check: ExpressionCheck): Typed {
  const found = checkExpression(ast, check)
  if (found.type !== type && found.type !== 'never') {
    report(check, 'type', `Cần ${typeNames[type]} nhưng “${show(ast)}” là ${typeNames[found.type]}`, typeNames[type])
  }
  return found
}

type Binary = Extract<Expression, { kind: 'binary' }>

function checkBinary(ast: Binary, check: ExpressionCheck): Typed {
  switch (ast.operator) {
    case 'and':
    case 'or': {
      expectType(ast.left, 'boolean', check)
      const known = ast.operator === 'and' ? whenTrue(ast.left) : whenFalse(ast.left)
      expectType(ast.right, 'boolean', withNonZero(check, known))
      return boolean
    }
    case '==':
    case '!=':
      return checkEquality(ast, check)
    case '<':
    case '<=':
    case '>':
    case '>=':
      expectType(ast.left, 'number', check)
      expectType(ast.right, 'number', check)
      return boolean
    case '+': {
      const [l, r] = [expectType(ast.left, 'number', check), expectType(ast.right, 'number', check)]
      if (l.sign === 'any' || r.sign === 'any') return number('any')
      return number(l.sign === 'positive' || r.sign === 'positive' ? 'positive' : 'not_negative')
    }
    case '-':
      expectType(ast.left, 'number', check)
      expectType(ast.right, 'number', check)
      return number('any')
    case '*': {
      const [l, r] = [expectType(ast.left, 'number', check), expectType(ast.right, 'number', check)]
      if (l.sign === 'any' || r.sign === 'any') return number('any')
      return number(l.sign === 'positive' && r.sign === 'positive' ? 'positive' : 'not_negative')
    }
    case '/': {
      const [l, r] = [expectType(ast.left, 'number', check), expectType(ast.right, 'number', check)]
      if (r.sign !== 'positive' && r.type !== 'never' && !check.nonZero.has(show(ast.right)) && !isNonZeroNumber(ast.right)) {
        report(check, 'division_by_zero', `Có thể chia cho 0: “${show(ast)}”`, `if(${show(ast.right)} > 0, …, insufficient("…"))`)
      }
      return number(l.sign === 'any' || r.sign === 'any' ? 'any' : l.sign)
    }
  }
}

function isNonZeroNumber(ast: Expression): boolean {
  if (ast.kind === 'negate') return isNonZeroNumber(ast.operand)
  return ast.kind === 'number' && signOf(ast.value) !== 'not_negative'
}

function checkEquality(ast: Binary, check: ExpressionCheck): Typed {
  const l = checkExpression(ast.left, check)
  const r = checkExpression(ast.right, check)
  if (l.type !== 'never' && r.type !== 'never' && l.type !== r.type) {
    report(check, 'type', `Không so sánh được ${typeNames[l.type]} với ${typeNames[r.type]}: “${show(ast)}”`, 'hai vế cùng loại')
  }
  if (l.type === 'text' && r.type === 'text' && l.values && r.values && !l.values.some((value) => r.values?.includes(value))) {
    report(check, 'unknown_value', `Không bao giờ bằng nhau: “${show(ast)}”`, l.values.length > 1 ? l.values.join(' | ') : r.values.join(' | '))
  }
  return boolean
}

/** Expressions that cannot be zero once `condition` holds. */
function whenTrue(condition: Expression): string[] {
  if (condition.kind === 'not') return whenFalse(condition.operand)
  if (condition.kind !== 'binary') return []
  const { operator, left, right } = condition
  if (operator === 'and') return [...whenTrue(left), ...whenTrue(right)]
  const leftBound = constantSign(right)
  const rightBound = constantSign(left)
  if (leftBound !== null && (operator === '>' || (operator === '>=' && leftBound === 'positive') || (operator === '!=' && leftBound === 'not_negative'))) return [show(left)]
  if (rightBound !== null && (operator === '<' || (operator === '<=' && rightBound === 'positive') || (operator === '!=' && rightBound === 'not_negative'))) return [show(right)]
  return []
}

function whenFalse(condition: Expression): string[] {
  if (condition.kind === 'not') return whenTrue(condition.operand)
  if (condition.kind !== 'binary') return []
  const { operator, left, right } = condition
  if (operator === 'or') return [...whenFalse(left), ...whenFalse(right)]
  const opposite = { '==': '!=', '<=': '>', '<': '>=', '>=': '<', '>': '<=' } as const
  if (operator === '==' || operator === '<=' || operator === '<' || operator === '>=' || operator === '>') {
    return whenTrue({ kind: 'binary', operator: opposite[operator], left, right })
  }
  return []
}

function constantSign(ast: Expression): 'positive' | 'not_negative' | null {
  if (ast.kind !== 'number') return null
  const sign = signOf(ast.value)
  return sign === 'any' ? null : sign
}

function withNonZero(check: ExpressionCheck, more: readonly string[]): ExpressionCheck {
  return more.length === 0 ? check : { ...check, nonZero: new Set([...check.nonZero, ...more]) }
}

type Call = Extract<Expression, { kind: 'call' }>
const counts = { if: [3, 3], min: [2, 20], max: [2, 20], floor: [1, 1], ceil: [1, 1], round: [1, 2], snap_down: [2, 20], clamp: [3, 3], choose: [3, 60], given: [1, 1], insufficient: [1, 1] } as const

function checkCall(ast: Call, check: ExpressionCheck): Typed {
  const [least, most] = counts[ast.function]
  if (ast.args.length < least || ast.args.length > most) {
    report(check, 'arguments', `Hàm ${ast.function} có ${ast.args.length} đối số`, least === most ? `${least}` : `${least}–${most}`)
    return never
  }
  const [first, second, third] = ast.args as readonly [Expression, Expression, Expression]
  if (ast.function === 'if') return checkIf(first, second, third, check)
  if (ast.function === 'choose') return checkChoose(ast.args, check)
  if (ast.function === 'given') {
    if (first.kind !== 'name') report(check, 'arguments', 'given(…) chỉ nhận một tên', 'given(facts.x)')
    checkExpression(first, check)
    return boolean
  }
  if (ast.function === 'insufficient') {
    if (first.kind !== 'text' || !check.messages.has(first.value)) {
      report(check, 'unknown_message', `insufficient(…) cần mã có trong messages: “${show(first)}”`, [...check.messages].join(' | '))
    }
    return never
  }
  const signs = ast.args.map((arg) => expectType(arg, 'number', check).sign)
  if (ast.function === 'round' && second !== undefined && signs[1] !== 'positive') {
    report(check, 'division_by_zero', `Bước làm tròn phải lớn hơn 0: “${show(ast)}”`, 'số dương')
  }
  if (ast.function === 'max' && signs.includes('positive')) return number('positive')
  if (ast.function === 'max' && signs.includes('not_negative')) return number('not_negative')
  if (ast.function === 'clamp') return number(signs[1] ?? 'any')
  if (ast.function === 'min' && signs.every((sign) => sign === 'positive')) return number('positive')
  return number(signs.includes('any') ? 'any' : 'not_negative')
}

function checkIf(condition: Expression, yes: Expression, no: Expression, check: ExpressionCheck): Typed {
  expectType(condition, 'boolean', check)
  const a = checkExpression(yes, withNonZero(check, whenTrue(condition)))
  const b = checkExpression(no, withNonZero(check, whenFalse(condition)))
  return eitherOf(a, b, check)
}

/** What one of two branches gives. */
function eitherOf(a: Typed, b: Typed, check: ExpressionCheck): Typed {
  if (a.type === 'never') return b
  if (b.type === 'never') return a
  if (a.type !== b.type) {
    report(check, 'type', `Hai nhánh khác loại: ${typeNames[a.type]} và ${typeNames[b.type]}`, 'hai nhánh cùng loại')
  }
  const sign: Sign = a.sign === 'any' || b.sign === 'any' ? 'any' : a.sign === 'positive' && b.sign === 'positive' ? 'positive' : 'not_negative'
  return { type: a.type, values: a.values && b.values ? [...a.values, ...b.values] : null, sign }
}

/** `choose(x, "a", 1, "b", 2)`: every text `x` may have is named, or a last argument says what the others give. */
function checkChoose(args: readonly Expression[], check: ExpressionCheck): Typed {
  const { pairs, otherwise } = chooseParts(args)
  const chosen = checkExpression(args[0] as Expression, check)
  if (chosen.type !== 'text' && chosen.type !== 'never') report(check, 'type', `Cần chữ nhưng “${show(args[0] as Expression)}” là ${typeNames[chosen.type]}`, 'chữ')
  const named = pairs.map(([label]) => (label.kind === 'text' ? label.value : null))
  if (named.includes(null)) report(check, 'arguments', 'choose(…) nhận từng cặp chữ và giá trị', 'choose(x, "a", 1, "b", 2, giá trị còn lại)')
  const wrong = named.find((label) => label !== null && chosen.values !== null && !chosen.values.includes(label))
  if (typeof wrong === 'string') report(check, 'unknown_value', `Không bao giờ bằng “${wrong}”`, chosen.values?.join(' | ') ?? '')
  const left = chosen.values?.filter((value) => !named.includes(value)) ?? ['…']
  if (otherwise === null && chosen.type === 'text' && left.length > 0) report(check, 'arguments', `choose(…) chưa nói giá trị khi là ${left.join(', ')}`, 'một đối số cuối cho các trường hợp còn lại')
  const given = [...pairs.map(([, value]) => value), ...(otherwise === null ? [] : [otherwise])].map((value) => checkExpression(value, check))
  return given.reduce((a, b) => eitherOf(a, b, check), never)
}

type Over = Extract<Expression, { kind: 'over' }>

function checkOver(ast: Over, check: ExpressionCheck): Typed {
  const list = check.scope.lists.get(ast.list)
  if (!list) {
    report(check, 'unknown_name', `Không có danh sách “${ast.list}”`, [...check.scope.lists.keys()].join(' | '))
    return never
  }
  if (ast.body === null && ast.function !== 'count') {
    report(check, 'arguments', `Hàm ${ast.function} cần hai đối số`, `${ast.function}(${ast.list}, …)`)
    return never
  }
  const inside: ExpressionCheck = { ...check, item: list }
  const logical = ast.function === 'any' || ast.function === 'all' || ast.function === 'count'
  const body = ast.body === null ? null : expectType(ast.body, logical ? 'boolean' : 'number', inside)
  if (ast.function === 'any' || ast.function === 'all') return boolean
  if (ast.function === 'count') return number('not_negative')
  return number(body === null || body.sign === 'any' ? 'any' : ast.function === 'sum' ? 'not_negative' : body.sign)
}

/** A canonical text of an expression, for messages and for recognising the same divisor in a guard. */
export function show(ast: Expression): string {
  switch (ast.kind) {
    case 'number':
      return ast.value.endsWith('/1') ? ast.value.slice(0, -2) : ast.value
    case 'text':
      return `"${ast.value}"`
    case 'boolean':
      return String(ast.value)
    case 'name':
      return ast.name
    case 'negate':
      return `-(${show(ast.operand)})`
    case 'not':
      return `not (${show(ast.operand)})`
    case 'binary':
      return `${bracket(ast.left)} ${ast.operator} ${bracket(ast.right)}`
    case 'call':
      return `${ast.function}(${ast.args.map(show).join(', ')})`
    case 'over':
      return `${ast.function}(${ast.list}${ast.body ? `, ${show(ast.body)}` : ''})`
  }
}

function bracket(ast: Expression): string {
  return ast.kind === 'binary' ? `(${show(ast)})` : show(ast)
}
