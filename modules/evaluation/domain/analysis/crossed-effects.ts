import { minimise } from './minimise.ts'

/** One score: whom it is about, who gave it, in whatever unit all share. */
export interface Observation {
  readonly subject: string
  readonly rater: string
  readonly value: number
}

/** What a crossed model says of the scores; everything in their unit. */
export interface CrossedFit {
  readonly mean: number
  readonly meanError: number
  readonly sd: { readonly subject: number; readonly rater: number; readonly residual: number }
  /** −2 log restricted likelihood at the estimates. */
  readonly criterion: number
  /** Best linear unbiased predictions, shrunk towards nought: how far a subject stands above the mean, a rater gives more than others. */
  readonly subjects: ReadonlyMap<string, number>
  readonly raters: ReadonlyMap<string, { readonly effect: number; readonly error: number }>
}

interface Side {
  readonly names: readonly string[]
  readonly count: Float64Array
  readonly sum: Float64Array
}

/** Scores laid out once: the larger side is diagonal in the equations and eliminated, the smaller stays dense. */
interface Layout {
  readonly total: number
  readonly sum: number
  readonly squares: number
  readonly large: Side
  readonly small: Side
  /** By level of the large side: the levels of the small side it meets, with how many scores. */
  readonly meets: readonly (readonly (readonly [number, number])[])[]
}

/**
 * Fits `score = mean + subject + rater + residual` with both effects random and crossed, by restricted maximum likelihood
 * over the two ratios of standard deviations, as lme4 does (Bates et al., J. Stat. Softw. 67(1), 2015, §3; equations after
 * Henderson). Floating point: advisory figures, never a score. Needs three scores, two subjects and two raters.
 * Work grows with the cube of the smaller side.
 */
export function fitCrossedEffects(observations: readonly Observation[]): CrossedFit {
  const bySubject = new Set(observations.map((one) => one.subject)).size
  const byRater = new Set(observations.map((one) => one.rater)).size
  if (observations.length < 3 || bySubject < 2 || byRater < 2) throw new RangeError('a crossed model needs three scores, two subjects and two raters')
  // Scores are centred: the likelihood does not change, rounding does.
  const shift = observations.reduce((sum, one) => sum + one.value, 0) / observations.length
  const subjectsLarge = bySubject >= byRater
  const layout = layOut(observations, shift, subjectsLarge)
  const [a, b] = minimise(([large, small]) => solve(layout, Math.abs(large), Math.abs(small)).criterion, [1, 1])
  const found = solve(layout, Math.abs(a), Math.abs(b))
  const sigma = Math.sqrt(found.residual)
  const large = new Map(layout.large.names.map((name, at) => [name, found.large[at] ?? 0]))
  const small = new Map(layout.small.names.map((name, at) => [name, found.small[at] ?? 0]))
  const [largeSd, smallSd] = [Math.abs(a) * sigma, Math.abs(b) * sigma]
  const raterSide = subjectsLarge ? layout.small : layout.large
  const effects = subjectsLarge ? small : large
  const errors = subjectsLarge ? found.smallErrors() : found.largeErrors()
  return {
    mean: found.mean + shift,
    meanError: found.meanError,
    sd: { subject: subjectsLarge ? largeSd : smallSd, rater: subjectsLarge ? smallSd : largeSd, residual: sigma },
    criterion: found.criterion,
    subjects: subjectsLarge ? large : small,
    raters: new Map(raterSide.names.map((name, at) => [name, { effect: effects.get(name) ?? 0, error: errors[at] ?? 0 }])),
  }
}

function layOut(observations: readonly Observation[], shift: number, subjectsLarge: boolean): Layout {
  const side = (nameOf: (one: Observation) => string): Side & { readonly at: Map<string, number> } => {
    const at = new Map<string, number>()
    for (const one of observations) if (!at.has(nameOf(one))) at.set(nameOf(one), at.size)
    const [count, sum] = [new Float64Array(at.size), new Float64Array(at.size)]
    for (const one of observations) {
      const level = at.get(nameOf(one)) ?? 0
      count[level] = (count[level] ?? 0) + 1
      sum[level] = (sum[level] ?? 0) + one.value - shift
    }
    return { names: [...at.keys()], count, sum, at }
  }
  const largeOf = (one: Observation): string => (subjectsLarge ? one.subject : one.rater)
  const smallOf = (one: Observation): string => (subjectsLarge ? one.rater : one.subject)
  const [large, small] = [side(largeOf), side(smallOf)]
  const meets = large.names.map(() => new Map<number, number>())
  for (const one of observations) {
    const row = meets[large.at.get(largeOf(one)) ?? 0]
    const column = small.at.get(smallOf(one)) ?? 0
    row?.set(column, (row.get(column) ?? 0) + 1)
  }
  return {
    total: observations.length,
    sum: observations.reduce((sum, one) => sum + one.value - shift, 0),
    squares: observations.reduce((sum, one) => sum + (one.value - shift) ** 2, 0),
    large,
    small,
    meets: meets.map((row) => [...row]),
  }
}

interface Solution {
  readonly criterion: number
  readonly mean: number
  readonly meanError: number
  readonly residual: number
  readonly large: Float64Array
  readonly small: Float64Array
  smallErrors(): number[]
  largeErrors(): number[]
}

/** Solves the penalised equations at given ratios of standard deviations and evaluates the restricted criterion there. */
function solve(layout: Layout, a: number, b: number): Solution {
  const { total, large, small, meets } = layout
  const width = small.names.length + 1
  const last = width - 1
  // Rows: the small side, then the mean. What the large side explains is taken off below.
  const matrix = Array.from({ length: width }, () => new Float64Array(width))
  const right = new Float64Array(width)
  const add = (row: number, column: number, value: number): void => {
    const line = matrix[row] as Float64Array
    line[column] = (line[column] ?? 0) + value
  }
  for (let level = 0; level < last; level += 1) {
    add(level, level, b * b * (small.count[level] ?? 0) + 1)
    add(last, level, b * (small.count[level] ?? 0))
    right[level] = b * (small.sum[level] ?? 0)
  }
  add(last, last, total)
  right[last] = layout.sum
  let logDeterminant = 0
  let explained = 0
  const largeDiagonal = new Float64Array(large.names.length)
  meets.forEach((row, level) => {
    const count = large.count[level] ?? 0
    const sum = large.sum[level] ?? 0
    const diagonal = a * a * count + 1
    largeDiagonal[level] = diagonal
    logDeterminant += Math.log(diagonal)
    explained += (a * sum) ** 2 / diagonal
    for (const [one, times] of row) {
      for (const [other, otherTimes] of row) if (other <= one) add(one, other, -((a * b) ** 2) * times * otherTimes / diagonal)
      add(last, one, -(a * a * b * times * count) / diagonal)
      right[one] = (right[one] ?? 0) - (a * a * b * times * sum) / diagonal
    }
    add(last, last, -(a * a * count * count) / diagonal)
    right[last] = (right[last] ?? 0) - (a * a * count * sum) / diagonal
  })
  cholesky(matrix)
  const root = (at: number): number => matrix[at]?.[at] ?? Number.NaN
  for (let level = 0; level < last; level += 1) logDeterminant += 2 * Math.log(root(level))
  const half = forward(matrix, right)
  explained += half.reduce((sum, value) => sum + value * value, 0)
  const freedom = total - 1
  const residual = Math.max(layout.squares - explained, 1e-12 * (layout.squares + 1)) / freedom
  const answer = backward(matrix, half)
  const mean = answer[last] ?? 0
  const largeEffects = Float64Array.from(meets, (row, level) => {
    const met = row.reduce((sum, [one, times]) => sum + times * b * (answer[one] ?? 0), 0)
    return (a * a * ((large.sum[level] ?? 0) - met - (large.count[level] ?? 0) * mean)) / (largeDiagonal[level] ?? 1)
  })
  const column = (at: number): Float64Array => {
    const unit = new Float64Array(width)
    unit[at] = 1
    return backward(matrix, forward(matrix, unit))
  }
  return {
    criterion: logDeterminant + 2 * Math.log(root(last)) + freedom * (1 + Math.log(2 * Math.PI * residual)),
    mean,
    meanError: Math.sqrt(residual) / root(last),
    residual,
    large: largeEffects,
    small: answer.slice(0, last).map((value) => b * value),
    smallErrors: () => small.names.map((_, level) => b * Math.sqrt(residual * (column(level)[level] ?? 0))),
    largeErrors: () => {
      return meets.map((row, level) => {
        // The inverse's corner of the eliminated side: 1/D + w' C w with w the line that ties it to the rest.
        const line = new Float64Array(width)
        for (const [one, times] of row) line[one] = a * b * times
        line[last] = a * (large.count[level] ?? 0)
        const tied = forward(matrix, line).reduce((sum, value) => sum + value * value, 0)
        const diagonal = largeDiagonal[level] ?? 1
        return a * Math.sqrt(residual * (1 / diagonal + tied / diagonal ** 2))
      })
    },
  }
}

/** Lower triangle in place. */
function cholesky(matrix: readonly Float64Array[]): void {
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      const other = matrix[j] as Float64Array
      let sum = row[j] ?? 0
      for (let k = 0; k < j; k += 1) sum -= (row[k] as number) * (other[k] as number)
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / (other[j] as number)
    }
  })
}

function forward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const answer = Float64Array.from(right)
  lower.forEach((row, i) => {
    let sum = answer[i] as number
    for (let k = 0; k < i; k += 1) sum -= (row[k] as number) * (answer[k] as number)
    answer[i] = sum / (row[i] as number)
  })
  return answer
}

function backward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const answer = Float64Array.from(right)
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    let sum = answer[i] as number
    for (let k = i + 1; k < lower.length; k += 1) sum -= (lower[k]?.[i] as number) * (answer[k] as number)
    answer[i] = sum / (lower[i]?.[i] as number)
  }
  return answer
}
