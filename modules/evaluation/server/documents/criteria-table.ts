import { add, parseRational, toShortest, zero } from '#kernel/rational.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import { appliesTo } from '../../domain/rulebook/scope.ts'
import type { DerivationStep } from '../../domain/scoring/types.ts'
import type { Footnotes } from './form-footnotes.ts'
import { pointsAt, shownPoints, summed, sumOf, type PointsColumn } from './form-points.ts'
import { plain, type Marked, type ResultFormBlock, type ResultFormRow } from './result-form.ts'

/** Every step of a derivation by its id; of two of one name the first. */
export function stepsOf(derivation: DerivationStep | null): ReadonlyMap<string, DerivationStep> {
  const steps = new Map<string, DerivationStep>()
  const walk = (step: DerivationStep): void => {
    if (!steps.has(step.id)) steps.set(step.id, step)
    step.inputs.forEach(walk)
  }
  if (derivation !== null) walk(derivation)
  return steps
}

/**
 * The tree of criteria with the maximum and every rater's points beside (bảng tiêu chí); where several raters make the
 * score, a last column holds what they make together.
 */
export function criteriaTable(rulebook: CompiledRulebook, group: string, columns: readonly PointsColumn[], steps: ReadonlyMap<string, DerivationStep>, notes: Footnotes): ResultFormBlock {
  const combined = steps.size > 0 && !columns.some((column) => column.decides)
  const roots = rulebook.criteria.filter((criterion) => appliesTo(criterion.groups, group))
  const counted = (criterion: Criterion): string | null => {
    const value = steps.get(`criteria.${criterion.code}`)?.value
    return value?.kind === 'number' ? value.exact : null
  }
  const cellsOf = (criterion: Criterion): string[] => [
    ...columns.map((column) => shownIn(criterion, (column.decides && criterion.children.length > 0 ? counted(criterion) : null) ?? pointsAt(criterion, column.points, group, roots.length === 1 && roots[0] === criterion))),
    ...(combined ? [shownPoints(counted(criterion) ?? '')] : []),
  ]
  const rows = (criteria: readonly Criterion[], depth: number): ResultFormRow[] =>
    criteria.flatMap((criterion) => {
      const children = criterion.children.filter((child) => appliesTo(child.groups, group))
      const name = notes.part(nameOf(criterion), criterion.confidence, [criterion.code, group, 'criteria'])
      const row: ResultFormRow = { cells: [plain(criterion.formNumber ?? ''), name, plain(maxOf(criterion)), ...cellsOf(criterion).map(plain)], weight: children.length > 0 ? 'group' : 'plain', depth }
      return [row, ...rows(children, depth + 1)]
    })
  const body = rows(roots, 0)
  const wide = columns.length + (combined ? 1 : 0)
  const width = wide < 3 ? 16 : 11
  return {
    kind: 'table',
    columns: [
      { head: plain('TT'), width: 6, align: 'center' },
      { head: plain('Tiêu chí'), width: Math.max(34, 83 - wide * width), align: 'left' },
      { head: plain('Điểm tối đa'), width: 11, align: 'center' },
      ...columns.map((column) => ({ head: headOf(column), width, align: 'center' as const })),
      ...(combined ? [{ head: plain('Điểm tổng hợp'), width, align: 'center' as const }] : []),
    ],
    rows: roots.length < 2 || roots.some(({ scoring }) => !summed.includes(scoring.kind)) ? body : [...body, totalRow(roots, group, columns, combined)],
  }
}

function headOf({ rater, note }: PointsColumn): Marked {
  return plain(note === '' ? rater.name.vi : `${rater.name.vi} (${note})`)
}

function nameOf({ name, scoring }: Criterion): string {
  if (scoring.kind === 'bonus') return `${name.vi} (điểm cộng)`
  return scoring.kind === 'deduction' ? `${name.vi} (điểm trừ)` : name.vi
}

function maxOf(criterion: Criterion): string {
  return shownPoints(criterion.max)
}

function shownIn(criterion: Criterion, points: string | null): string {
  if (points === null) return ''
  return criterion.scoring.kind === 'snapped' ? `${shownPoints(points)}%` : shownPoints(points)
}

function totalRow(roots: readonly Criterion[], group: string, columns: readonly PointsColumn[], combined: boolean): ResultFormRow {
  const max = roots.reduce((sum, root) => add(sum, parseRational(root.max) ?? zero), zero)
  const sums = columns.map((column) => shownPoints(column.points[''] ?? sumOf(roots, column.points, group) ?? ''))
  return { cells: ['', 'Tổng cộng', shownPoints(toShortest(max)), ...sums, ...(combined ? [''] : [])].map(plain), weight: 'total', depth: 0 }
}
