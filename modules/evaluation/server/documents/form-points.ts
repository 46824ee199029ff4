import { add, div, parseRational, toDecimal, toShortest, whole, zero, type Rational } from '#kernel/rational.ts'
import { formatDecimal } from '#kernel/vietnamese.ts'
import type { EngineInput } from '../../domain/compute.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import { columnOf } from '../../domain/raters.ts'
import type { CompiledRulebook, Criterion, Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import { appliesTo, givesPoints } from '../../domain/rulebook/scope.ts'
import { sheetColumnOf } from '../../domain/sheet-lists.ts'

/** Points by code of a criterion; a sum given as a total stands under its own code, the total of a whole sheet under the empty one. */
export type FormPoints = Readonly<Record<string, string>>

/** One column of the criteria table: a kind of rater with what it gave, or why that is not shown. */
export interface PointsColumn {
  readonly rater: Rater
  /** Under the name: how many people, or why there is no mean. */
  readonly note: string
  readonly points: FormPoints
  /** Whether its points alone are the score. */
  readonly decides: boolean
}

/** Exact points as the form prints them: `37/12` → `3,08`, `2.5` → `2,5`; other texts as they are. */
export function shownPoints(text: string): string {
  const value = parseRational(text)
  if (value === null) return text
  const short = toShortest(value)
  return formatDecimal(/^-?\d+(\.\d{1,4})?$/.test(short) ? short : toDecimal(value, 2))
}

/**
 * Who gave which points on a criterion, column by column in the rulebook's order. Without `scores` the column that counts is
 * what the score was computed from; with them every kind stands with its exact mean, unnamed kinds below the fewest without one.
 */
export function pointsColumns(rulebook: CompiledRulebook, group: string, engine: EngineInput | null, sheets: Partial<Record<RaterColumn, FormPoints>>): PointsColumn[] {
  const kinds = rulebook.raters.filter((rater) => givesPoints(rater) && appliesTo(rater.groups, group))
  const input = engine?.kind === 'sheet' ? engine.input : undefined
  const scores = input?.scores
  if (rulebook.scores !== null && (scores !== undefined || engine === null)) {
    return kinds.flatMap((rater): PointsColumn[] => {
      const column = columnOf(rater)
      const own = column === null ? undefined : sheets[column]
      const given = scores?.[rater.id]
      if (given === undefined) return own === undefined ? (scores === undefined ? [] : [absent(rater)]) : [{ rater, note: '', points: own, decides: false }]
      return [ofKind(rater, given)]
    })
  }
  const byColumn = new Map<RaterColumn, Rater>()
  for (const rater of kinds.toSorted((a, b) => Number(b.counts) - Number(a.counts))) {
    const column = sheetColumnOf(rulebook, rater) ?? (rater.counts ? 'superior' : null)
    if (column !== null && !byColumn.has(column)) byColumn.set(column, rater)
  }
  return (['self', 'superior'] as const).flatMap((column) => {
    const rater = byColumn.get(column)
    if (rater === undefined) return []
    const decides = engine?.kind === 'sheet' && engine.column === column
    const points = decides ? pointsIn(input?.criteria) : sheets[column]
    return [{ rater, note: decides ? 'điểm được tính' : '', points: points ?? {}, decides }]
  })
}

function absent(rater: Rater): PointsColumn {
  return { rater, note: 'không có phiếu', points: {}, decides: false }
}

function ofKind(rater: Rater, given: unknown): PointsColumn {
  const column = (people: number | null, points: FormPoints): PointsColumn => {
    const few = people !== null && people < rater.atLeast
    const note = people === null ? '' : few ? `${people} người, chưa đủ ${rater.atLeast}: không lấy bình quân` : `bình quân ${people} người`
    return { rater, note, points: few ? {} : points, decides: false }
  }
  if (Array.isArray(given)) return column(given.length, meanOf(given.map(pointsIn)))
  if (typeof given === 'object' && given !== null && 'count' in given) return column(Number(given.count), 'mean' in given ? pointsIn(given.mean) : {})
  return column(null, pointsIn(given))
}

/** A sheet by code; one total alone stands under the empty code. */
function pointsIn(given: unknown): FormPoints {
  if (typeof given === 'number' || typeof given === 'string') return { '': String(given) }
  if (typeof given !== 'object' || given === null) return {}
  if ('total' in given && Object.keys(given).length === 1) return { '': String(given.total) }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null).map(([code, value]) => [code, String(value)]))
}

/** The mean of each code every sheet has. */
function meanOf(sheets: readonly FormPoints[]): FormPoints {
  const [first] = sheets
  return Object.fromEntries(
    Object.keys(first ?? {}).flatMap((code) => {
      const values = sheets.map((sheet) => parseRational(sheet[code] ?? ''))
      return values.some((value) => value === null) ? [] : [[code, toShortest(div(values.reduce<Rational>((sum, value) => add(sum, value ?? zero), zero), whole(sheets.length)))]]
    }),
  )
}

/** Kinds of criteria whose points simply add up. */
export const summed: readonly string[] = ['points', 'yes_no', 'levels', 'sum']

/** What a column has for one node of the tree: as given, or the sum of its parts where all are plain points and known. `isWhole`: the node is all there is. */
export function pointsAt(criterion: Criterion, points: FormPoints, group: string, isWhole = false): string | null {
  const own = points[criterion.code] ?? (isWhole ? points[''] : undefined)
  const { scoring } = criterion
  if (own !== undefined && scoring.kind === 'yes_no' && (own === 'true' || own === 'false')) return own === 'true' ? criterion.max : '0'
  if (own !== undefined && scoring.kind === 'levels') return scoring.levels.find((level) => level.value === own)?.points ?? own
  if (own !== undefined) return own
  return criterion.children.length === 0 ? null : sumOf(criterion.children, points, group)
}

/** The sum over these nodes as far as they are for the group; null while one is unknown or is no plain number of points. */
export function sumOf(criteria: readonly Criterion[], points: FormPoints, group: string): string | null {
  let sum: Rational = zero
  for (const criterion of criteria) {
    if (!appliesTo(criterion.groups, group)) continue
    const value = summed.includes(criterion.scoring.kind) ? parseRational(pointsAt(criterion, points, group) ?? '') : null
    if (value === null) return null
    sum = add(sum, value)
  }
  return toShortest(sum)
}
