import { appliesTo, buildScope, quantitiesOf, type ListScope, type NameInfo, type Part, type Scope } from './scope.ts'
import { checkCost } from './check-cost.ts'
import { checkExpression, type Typed } from './check-expression.ts'
import type { CompiledRulebook, Criterion, RatingRule } from './compiled-rulebook.ts'
import type { Expression, Formula } from './expression.ts'
import { eachName, orderSteps } from './order-quantities.ts'
import type { ValueType } from './scope.ts'

export type ProblemPath = readonly (string | number)[]

/** One fault of a rulebook, at its place in the source. */
export interface RulebookProblem {
  readonly path: ProblemPath
  readonly message: string
  readonly expected: string
}

/** A copy of a scope in which the types of quantities are filled in as they become known. */
class TypedScope implements Scope {
  readonly names: Map<string, NameInfo>
  readonly lists: Map<string, ListScope & { readonly names: Map<string, NameInfo> }>
  readonly size: number
  readonly clashes: readonly string[]
  constructor(scope: Scope) {
    this.names = new Map(scope.names)
    this.lists = new Map([...scope.lists].map(([id, list]) => [id, { ...list, names: new Map(list.names) }]))
    this.size = scope.size
    this.clashes = scope.clashes
  }
  learn(info: NameInfo, typed: Typed): void {
    const type = typed.type === 'never' ? 'number' : typed.type
    const known = { ...info, type, sign: typed.sign, values: typed.values }
    if (info.list === null) this.names.set(info.name, known)
    else this.lists.get(info.list)?.names.set(info.name, known)
  }
  /** The rating sees the quantities of the sheet as `sheet.NAME`. */
  learnSheet(sheet: TypedScope): void {
    for (const [name, info] of this.names) {
      const known = name.startsWith('sheet.') ? sheet.names.get(name.slice('sheet.'.length)) : undefined
      if (known) this.names.set(name, { ...info, type: known.type, sign: known.sign, values: known.values })
    }
  }
}

class FormulaChecker {
  readonly problems: RulebookProblem[] = []
  readonly rulebook: CompiledRulebook
  readonly messages: ReadonlySet<string>
  private readonly seen = new Set<string>()

  constructor(rulebook: CompiledRulebook) {
    this.rulebook = rulebook
    this.messages = new Set(rulebook.messages.map((message) => message.id))
  }

  report(path: ProblemPath, message: string, expected: string): void {
    const key = JSON.stringify([path, message])
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.problems.push({ path, message, expected })
  }

  formula(formula: Formula, path: ProblemPath, scope: Scope, item: ListScope | null, want: ValueType | null): Typed {
    const problems: { message: string; expected: string }[] = []
    const check = { scope, item, messages: this.messages, problems: problems as never[], nonZero: new Set<string>() }
    const typed = checkExpression(formula.ast, check)
    for (const problem of problems) this.report(path, problem.message, problem.expected)
    if (want !== null && typed.type !== want && typed.type !== 'never') {
      this.report(path, `Công thức phải cho ${want === 'number' ? 'số' : want === 'boolean' ? 'đúng/sai' : 'chữ'}`, want)
    }
    return typed
  }

  part(part: Part, group: string, sheet: TypedScope | null = null): TypedScope {
    const scope = buildScope(this.rulebook, part, group)
    for (const clash of scope.clashes) this.report([part, 'quantities'], `Tên “${clash}” được khai báo hai lần (nhóm ${group})`, 'mỗi tên một lần')
    const { steps, cycles } = orderSteps(scope)
    const cost = cycles.length > 0 ? null : checkCost(this.rulebook, scope, steps)
    const quantities = quantitiesOf(this.rulebook, part)
    for (const cycle of cycles) {
      const first = quantities.findIndex((quantity) => cycle.includes(quantity.id))
      const path = first < 0 ? [part] : [part, 'quantities', first, 'formula']
      this.report(path, `Các đại lượng tính vòng quanh: ${cycle.join(' → ')}`, 'không có vòng')
    }
    if (cost !== null) {
      const at = cost.step.quantity === null ? -1 : quantities.indexOf(cost.step.quantity)
      this.report(at < 0 ? [part, 'quantities'] : [part, 'quantities', at, 'formula'], cost.message, cost.expected)
    }
    const typed = new TypedScope(scope)
    if (sheet) typed.learnSheet(sheet)
    const criteria = part === 'sheet' ? criteriaPaths(this.rulebook.criteria, ['criteria']) : new Map<string, ProblemPath>()
    for (const { info, quantity } of steps) {
      const item = info.list === null ? null : (typed.lists.get(info.list) ?? null)
      if (quantity) {
        const path = [part, 'quantities', quantities.indexOf(quantity), 'formula']
        const found = this.formula(quantity.formula, path, typed, item, null)
        if (quantity.unit !== 'none' && found.type !== 'number' && found.type !== 'never') this.report(path, `Đại lượng có đơn vị ${quantity.unit} phải là số`, 'number')
        typed.learn(info, found)
      } else if (info.criterion?.scoring.kind === 'computed') {
        const path = [...(criteria.get(info.criterion.code) ?? ['criteria']), 'scoring', 'formula']
        this.formula(info.criterion.scoring.formula, path, typed, null, 'number')
      }
    }
    return typed
  }

  rules(rules: readonly RatingRule[], path: ProblemPath, scope: Scope): void {
    rules.forEach((rule, i) => this.formula(rule.when, [...path, i, 'when'], scope, null, 'boolean'))
  }

  group(group: string): void {
    const { sheet, period, rating } = this.rulebook
    const sheetScope = this.part('sheet', group)
    const needNumber = (name: string | null, path: ProblemPath, scope: Scope) => {
      if (name === null) return
      const info = scope.names.get(name)
      if (!info) this.report(path, `Không có đại lượng “${name}” cho nhóm ${group}`, 'một đại lượng đã khai báo')
      else if (info.type !== 'number') this.report(path, `“${name}” không phải là số`, 'number')
    }
    needNumber(sheet.total, ['sheet', 'total'], sheetScope)
    needNumber(sheet.generalPoints, ['sheet', 'generalPoints'], sheetScope)
    needNumber(sheet.taskPoints, ['sheet', 'taskPoints'], sheetScope)
    sheet.limits.forEach((limit, i) => {
      const item = limit.list === null ? null : sheetScope.lists.get(limit.list)
      if (item === undefined) this.report(['sheet', 'limits', i, 'list'], `Không có danh sách “${limit.list}”`, [...sheetScope.lists.keys()].join(' | '))
      else this.formula(limit.when, ['sheet', 'limits', i, 'when'], sheetScope, item, 'boolean')
    })
    this.weights(group, sheetScope)
    if (period) {
      const periodScope = this.part('period', group)
      needNumber(period.total, ['period', 'total'], periodScope)
      needNumber(period.partTotal, ['period', 'partTotal'], periodScope)
    }
    const ratingScope = this.part('rating', group, sheetScope)
    needNumber(rating.score, ['rating', 'score'], ratingScope)
    this.rules(rating.exclusions, ['rating', 'exclusions'], ratingScope)
    this.rules(rating.vetoes, ['rating', 'vetoes'], ratingScope)
    this.rules(rating.otherwise, ['rating', 'otherwise'], ratingScope)
    this.rules(rating.notices, ['rating', 'notices'], ratingScope)
    this.rules(rating.ceilings, ['rating', 'ceilings'], ratingScope)
    rating.bands.forEach((band, i) => this.rules(band.conditions, ['rating', 'bands', i, 'conditions'], ratingScope))
    rating.ceilings.forEach((ceiling, i) => {
      const typed = this.formula(ceiling.atMost, ['rating', 'ceilings', i, 'atMost'], ratingScope, null, 'text')
      const levels = [...this.rulebook.levels.map((level) => level.id), 'not_rated', 'insufficient_data']
      const wrong = typed.values?.find((value) => !levels.includes(value))
      if (wrong !== undefined) this.report(['rating', 'ceilings', i, 'atMost'], `Không có mức “${wrong}”`, levels.join(' | '))
    })
  }

  /** Weights of raters read only what stands before anybody scores, and are never negative. */
  weights(group: string, scope: Scope): void {
    this.rulebook.scores?.parts.forEach((part, i) => {
      if (!appliesTo(part.groups, group)) return
      for (const [rater, formula] of Object.entries(part.weights)) {
        const path = ['scores', 'parts', i, 'weights', rater]
        const typed = this.formula(formula, path, scope, null, 'number')
        if (typed.type === 'number' && typed.sign === 'any') this.report(path, 'Trọng số có thể âm', 'số không âm')
        eachName(formula.ast, scope, null, (name) => {
          if (name.list !== null || !/^(settings|group|facts)\./.test(name.name)) this.report(path, `Trọng số không được phụ thuộc “${name.name}”`, 'settings | group | facts')
        })
      }
    })
  }

  unused(): void {
    for (const part of ['sheet', 'period', 'rating'] as const) {
      quantitiesOf(this.rulebook, part).forEach((quantity, i) => {
        const used = this.rulebook.groups.some((group) => appliesTo(quantity.groups, group.id))
        if (!used) this.report([part, 'quantities', i, 'groups'], `Đại lượng “${quantity.id}” không thuộc nhóm nào`, this.rulebook.groups.map((g) => g.id).join(' | '))
      })
    }
    for (const term of this.rulebook.sheet.terms) {
      const known = this.rulebook.groups.some((group) => buildScope(this.rulebook, 'sheet', group.id).names.has(term.quantity))
      if (!known) this.report(['sheet', 'terms'], `Không có đại lượng “${term.quantity}”`, 'một đại lượng đã khai báo')
    }
  }
}

function criteriaPaths(criteria: readonly Criterion[], path: ProblemPath): Map<string, ProblemPath> {
  const found = new Map<string, ProblemPath>()
  criteria.forEach((criterion, i) => {
    const here = [...path, i]
    found.set(criterion.code, here)
    for (const [code, inner] of criteriaPaths(criterion.children, [...here, 'children'])) found.set(code, inner)
  })
  return found
}

/** Unknown names, cycles, wrong types and possible divisions by zero in every formula, for every group. */
export function checkFormulas(rulebook: CompiledRulebook): RulebookProblem[] {
  const checker = new FormulaChecker(rulebook)
  for (const group of rulebook.groups) {
    checker.group(group.id)
  }
  checker.unused()
  if (rulebook.quotas.length > 0) {
    const scope = buildScope(rulebook, 'quota', '')
    rulebook.quotas.forEach((quota, i) => {
      checker.formula(quota.allowed, ['quotas', i, 'allowed'], scope, null, 'number')
      if (mayBeMissing(quota.allowed.ast)) checker.report(['quotas', i, 'allowed'], 'Tỷ lệ phải luôn cho một số, không dùng insufficient(…)', 'một số cho mọi trường hợp')
    })
  }
  return checker.problems
}

function mayBeMissing(ast: Expression): boolean {
  if (ast.kind === 'call') return ast.function === 'insufficient' || ast.args.some(mayBeMissing)
  if (ast.kind === 'binary') return mayBeMissing(ast.left) || mayBeMissing(ast.right)
  if (ast.kind === 'negate' || ast.kind === 'not') return mayBeMissing(ast.operand)
  return ast.kind === 'over' && ast.body !== null && mayBeMissing(ast.body)
}
