import type { CompiledRulebook, Criterion } from './compiled-rulebook.ts'
import type { Expression } from './expression.ts'
import { eachName, type Step } from './order-quantities.ts'
import type { Scope } from './scope.ts'

/** Steps of computing one sheet with every list full; the decree itself needs some 60,000. */
const mostSteps = 20_000_000
/** Parts of one derivation, lists counted once; the largest shipped rulebook has some hundreds. */
const mostParts = 20_000
const factsOfAList = 200

/** A formula that costs more than any sheet is worth, found without computing it. */
export interface CostProblem {
  readonly step: Step
  readonly message: string
  readonly expected: string
}

/** Rows of each list when it is full. */
function rowsOf(rulebook: CompiledRulebook, list: string): number {
  if (list === 'periods') return rulebook.period?.inputs.reduce((sum, each) => sum + each.most, 0) ?? 1
  if (list === 'raters') return rulebook.raters.length
  return rulebook.lists.find((each) => each.id === list)?.limit ?? factsOfAList
}

/** Steps of evaluating a formula once, each function over a list counted for every row. */
function stepsOf(ast: Expression, rows: (list: string) => number): number {
  switch (ast.kind) {
    case 'negate':
    case 'not':
      return 1 + stepsOf(ast.operand, rows)
    case 'binary':
      return 1 + stepsOf(ast.left, rows) + stepsOf(ast.right, rows)
    case 'call':
      return ast.args.reduce((sum, arg) => sum + stepsOf(arg, rows), 1)
    case 'over':
      return 1 + (ast.body === null ? 0 : rows(ast.list) * stepsOf(ast.body, rows))
    default:
      return 1
  }
}

/**
 * The first formula, in the order of computing, with which a sheet takes too long or its derivation grows too large:
 * lists run through inside lists, or quantities that use each other so often that explaining them never ends.
 */
export function checkCost(rulebook: CompiledRulebook, scope: Scope, steps: readonly Step[]): CostProblem | null {
  const rows = (list: string) => rowsOf(rulebook, list)
  const parts = new Map<string, number>()
  const partsOf = (list: string | null, name: string) => parts.get(`${list ?? ''}/${name}`) ?? 1
  let all = 0
  for (const step of steps) {
    const { info } = step
    const item = info.list === null ? null : (scope.lists.get(info.list) ?? null)
    const ast = step.quantity?.formula.ast ?? formulaOf(info.criterion)
    let size = 1 + (info.criterion?.children ?? []).reduce((sum, child) => sum + partsOf(null, `criteria.${child.code}`), 0)
    if (ast !== null) {
      all += stepsOf(ast, rows) * (info.list === null ? 1 : rows(info.list))
      const named = new Set<string>()
      eachName(ast, scope, item, (name) => {
        const key = `${name.list ?? ''}/${name.name}`
        if (!named.has(key)) size += partsOf(name.list, name.name)
        named.add(key)
      })
    }
    parts.set(`${info.list ?? ''}/${info.name}`, size)
    if (all > mostSteps) return { step, message: `Tính một phiếu mất hơn 20 triệu bước: công thức chạy qua danh sách lồng trong danh sách`, expected: 'tách thành đại lượng của danh sách, hoặc giảm limit của danh sách' }
    if (size > mostParts) return { step, message: `Lời giải thích có hơn 20.000 phần: các đại lượng gọi nhau chồng chéo`, expected: 'ít đại lượng gọi nhau hơn' }
  }
  return null
}

function formulaOf(criterion: Criterion | null): Expression | null {
  return criterion?.scoring.kind === 'computed' ? criterion.scoring.formula.ast : null
}
