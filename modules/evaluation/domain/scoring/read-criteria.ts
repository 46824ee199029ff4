import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Criterion } from '../rulebook/compiled-rulebook.ts'
import { criteriaOf } from '../rulebook/scope.ts'
import { exact, type GroupPlan } from './plan.ts'
import { quote, type Problems } from './problems.ts'
import { readCells, type Cell, type CellPlace } from './read-cells.ts'
import { lookup, numberReader, toRational, type Reader } from './read-value.ts'
import { Missing, type Frame } from './value.ts'

/** How the criteria of a group are read, and the criteria only other groups have. */
interface CriteriaCells {
  readonly cells: ReadonlyMap<string, Cell>
  readonly others: ReadonlySet<string>
}

const known = new WeakMap<GroupPlan, CriteriaCells>()

/** The criteria of the group by code, and those only other groups have. */
export function criteriaCells(plan: GroupPlan): CriteriaCells {
  const made = known.get(plan)
  if (made) return made
  const { rulebook, group, sheet } = plan
  const slot = (code: string) => sheet.scope.names.get(`criteria.${code}`)?.slot ?? -1
  const everywhere = rulebook.groups.flatMap((each) => criteriaOf(rulebook.criteria, each.id))
  const found: CriteriaCells = {
    cells: new Map(
      criteriaOf(rulebook.criteria, group).map((criterion) => [
        criterion.code,
        { slot: slot(criterion.code), read: criterionReader(criterion), below: criteriaOf(criterion.children, group).map((child) => slot(child.code)) },
      ]),
    ),
    others: new Set(everywhere.filter((criterion) => slot(criterion.code) < 0).map((criterion) => `criteria.${criterion.code}`)),
  }
  known.set(plan, found)
  return found
}

/** Reads one sheet's criteria into a frame: unknown codes, values that do not fit, off-step points, a total beside its parts. */
export function readCriteria(plan: GroupPlan, raw: unknown, place: CellPlace, frame: Frame, problems: Problems, unused: string[]): void {
  const { cells, others } = criteriaCells(plan)
  readCells(cells, raw, place, frame, problems, others, unused)
  checkCriteria(plan, raw, place, frame, problems)
}

/** The step of a criterion under these settings; null = any value. */
function stepOf(criterion: Criterion, plan: GroupPlan): ((frame: Frame) => Rational) | null {
  const scoring = criterion.scoring
  if (scoring.kind === 'points' && scoring.stepSetting !== null) {
    const slot = plan.sheet.scope.names.get(`settings.${scoring.stepSetting}`)?.slot ?? -1
    return (frame) => frame.slots[slot] as Rational
  }
  const step = scoring.kind === 'points' || scoring.kind === 'bonus' || scoring.kind === 'deduction' ? scoring.step : null
  if (step === null) return null
  const value = exact(step)
  return () => value
}

function criterionReader(criterion: Criterion): Reader {
  const { scoring } = criterion
  const max = exact(criterion.max)
  const points = numberReader('0', criterion.max, false)
  if (scoring.kind === 'sum') {
    if (criterion.acceptsTotal) return points
    return refuseReader('chỉ được cộng từ các tiêu chí con', criterion.children.map((child) => child.code).join(' | '))
  }
  if (scoring.kind === 'computed') return refuseReader('được tính, không nhập', 'không nhập')
  if (scoring.kind === 'yes_no') {
    return (raw, problems, key) => {
      if (typeof raw === 'boolean') return raw ? max : rational.zero
      const value = toRational(raw)
      if (value !== null && (rational.isZero(value) || rational.equals(value, max))) return value
      problems.add(key, `Tiêu chí chỉ nhận đạt hoặc không đạt, không nhận ${quote(raw)}`, `true | false | 0 | ${rational.toShortest(max)}`)
      return undefined
    }
  }
  if (scoring.kind === 'levels') {
    const byName = new Map(scoring.levels.map((level) => [level.value, exact(level.points)]))
    return (raw, problems, key) => {
      const named = typeof raw === 'string' ? lookup(byName, raw) : undefined
      const value = named ?? toRational(raw)
      const found = value === null ? undefined : [...byName.values()].find((each) => rational.equals(each, value))
      if (found === undefined) problems.add(key, `Không có mức ${quote(raw)}`, scoring.levels.map((level) => level.value).join(' | '))
      return found
    }
  }
  if (scoring.kind === 'snapped') {
    const shares = scoring.percentages.map(exact).sort((a, b) => rational.compare(b, a))
    const percent = numberReader('0', '100', false)
    return (raw, problems, key) => {
      const value = percent(raw, problems, key) as Rational | undefined
      if (value === undefined) return undefined
      const share = shares.find((each) => rational.compare(each, value) <= 0) ?? rational.zero
      return rational.div(rational.mul(share, max), rational.rational(100))
    }
  }
  return points
}

function refuseReader(why: string, expected: string): Reader {
  return (raw, problems, key) => {
    problems.add(key, `Tiêu chí này ${why}: ${quote(raw)}`, expected)
    return undefined
  }
}

/** Off-step points, and a total given together with its parts. */
function checkCriteria(plan: GroupPlan, raw: unknown, place: CellPlace, frame: Frame, problems: Problems): void {
  if (!isRecord(raw)) return
  problems.at(place.path, place.index)
  for (const { criterion, cell, step } of checksOf(plan)) {
    const value = frame.slots[cell.slot]
    if (value instanceof Missing) continue
    if (cell.below.length > 0 && cell.below.some((slot) => !(frame.slots[slot] instanceof Missing) && given(slot, plan, frame))) {
      problems.add(criterion.code, 'Đã cho tổng điểm thì không cho thêm điểm từng tiêu chí con', 'một trong hai')
    }
    if (step === null) continue
    const size = step(frame)
    if (!rational.isMultiple(value as Rational, size)) {
      problems.add(criterion.code, `Điểm ${rational.toShortest(value as Rational)} không đúng bước chấm`, `bội số của ${rational.toShortest(size)}`)
    }
  }
}

/** A slot whose value differs from what it held before any input. */
function given(slot: number, plan: GroupPlan, frame: Frame): boolean {
  return frame.slots[slot] !== plan.sheet.template[slot]
}

interface Check {
  readonly criterion: Criterion
  readonly cell: Cell
  readonly step: ((frame: Frame) => Rational) | null
}
const checks = new WeakMap<GroupPlan, Check[]>()

function checksOf(plan: GroupPlan): Check[] {
  const ready = checks.get(plan)
  if (ready) return ready
  const { cells } = criteriaCells(plan)
  const made = criteriaOf(plan.rulebook.criteria, plan.group).flatMap((criterion) => {
    const cell = cells.get(criterion.code)
    const step = stepOf(criterion, plan)
    return cell && (cell.below.length > 0 || step) ? [{ criterion, cell, step }] : []
  })
  checks.set(plan, made)
  return made
}
