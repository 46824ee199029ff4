import { add, compare, div, parseRational, rational, zero, type Rational } from '#kernel/rational.ts'

/** Somebody proposed for a level that is too narrow for all. */
export interface Contender {
  readonly id: string
  /** Exact score "n/d"; null when there is none. */
  readonly exact: string | null
  readonly taskPoints: string | null
  readonly generalPoints: string | null
  /** Totals of earlier periods, the latest last. */
  readonly earlier: readonly string[]
}

/** What the order rests on, in this order; shown beside every proposal. */
export const tieBreakCriteria = ['total', 'task_points', 'earlier_mean', 'general_points'] as const
export type TieBreakCriterion = (typeof tieBreakCriteria)[number]

/** One line of a proposed order: `place` is shared by those no criterion tells apart. */
export interface Placed {
  readonly id: string
  readonly place: number
  /** The criterion that put this one behind the one before; null for the first and for equals. */
  readonly by: TieBreakCriterion | null
}

function number(text: string | null): Rational | null {
  return text === null ? null : parseRational(text)
}

/** The mean of totals, exact; null where there are none or one cannot be read. */
function mean(texts: readonly string[]): Rational | null {
  const values = texts.map(number)
  if (values.length === 0 || values.includes(null)) return null
  return div((values as Rational[]).reduce(add, zero), rational(values.length))
}

const valueOf: Record<TieBreakCriterion, (one: Contender) => Rational | null> = {
  total: (one) => number(one.exact),
  task_points: (one) => number(one.taskPoints),
  earlier_mean: (one) => mean(one.earlier),
  general_points: (one) => number(one.generalPoints),
}

/** Positive when a goes before b; a missing value goes last, and two missing ones say nothing. */
function ahead(criterion: TieBreakCriterion, a: Contender, b: Contender): number {
  const [x, y] = [valueOf[criterion](a), valueOf[criterion](b)]
  if (x === null || y === null) return Number(x !== null) - Number(y !== null)
  return compare(x, y)
}

function decidedBy(a: Contender, b: Contender): TieBreakCriterion | null {
  return tieBreakCriteria.find((criterion) => ahead(criterion, a, b) !== 0) ?? null
}

/**
 * Puts contenders in an order by stated criteria, exactly. It proposes only: who gets the level is for people to decide,
 * and those whom nothing tells apart share a place.
 */
export function proposeOrder(contenders: readonly Contender[]): Placed[] {
  const sorted = [...contenders].sort((a, b) => {
    const by = decidedBy(a, b)
    return by === null ? 0 : -ahead(by, a, b)
  })
  const placed: Placed[] = []
  sorted.forEach((one, at) => {
    const before = sorted[at - 1]
    const by = before === undefined ? null : decidedBy(before, one)
    placed.push({ id: one.id, place: before !== undefined && by === null ? (placed[at - 1]?.place ?? 1) : at + 1, by })
  })
  return placed
}
