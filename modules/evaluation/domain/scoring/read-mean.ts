import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import { criteriaOf } from '../rulebook/scope.ts'
import type { ScoresPlan } from './plan-scores.ts'
import type { GroupPlan } from './plan.ts'
import type { Problems } from './problems.ts'
import { criteriaCells } from './read-criteria.ts'
import { boundsText, toRational } from './read-value.ts'
import { Frame } from './value.ts'

/** The sheets of one kind of rater given as how many there are and their mean: all that is known of unnamed raters. */
export interface MeanOfSheets {
  readonly people: number
  /** Null when nobody gave a sheet. */
  readonly frame: Frame | null
}

const parts: ReadonlySet<string> = new Set(['count', 'mean'])

/** Whether a kind of rater is given as `{ "count": 6, "mean": { … } }`. */
export function isMean(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return isRecord(raw) && 'count' in raw && Object.keys(raw).every((key) => parts.has(key))
}

/**
 * Reads `{ "count": 6, "mean": { "I.1": "37/12" } }`: exact values between 0 and the maximum, whatever the step of one
 * sheet. A sum may be given beside its parts: where it was cut off at 0 or the maximum, it is not the sum of their means.
 */
export function readMean(plan: GroupPlan, scores: ScoresPlan, raw: Readonly<Record<string, unknown>>, path: string, shared: Frame, problems: Problems): MeanOfSheets {
  const { count, mean } = raw
  problems.at(path)
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 100_000) {
    problems.add('count', 'Số người chấm không đúng', 'số nguyên từ 0 đến 100000')
    return { people: 0, frame: null }
  }
  if (mean !== undefined && !isRecord(mean)) problems.add('mean', 'Điểm bình quân phải theo từng tiêu chí', '{ "mã tiêu chí": điểm, … }')
  if (count === 0) return { people: 0, frame: null }
  const frame = new Frame(shared.slots.slice(), [])
  const { cells } = criteriaCells(plan)
  const maxima = new Map(criteriaOf(plan.rulebook.criteria, plan.group).map((criterion) => [criterion.code, criterion.max]))
  problems.at(`${path}.mean`)
  for (const [key, given] of Object.entries(isRecord(mean) ? mean : {})) {
    const code = key.normalize('NFC')
    const [slot, max, value] = [cells.get(code)?.slot, maxima.get(code), toRational(given)]
    const most = max === undefined ? null : rational.parseRational(max)
    if (slot === undefined || max === undefined) problems.add(key, 'Nhóm này không có tiêu chí đó', [...cells.keys()].join(' | '))
    else if (value === null || most === null || value.n < 0 || rational.compare(value, most) > 0) problems.add(key, 'Điểm bình quân nằm ngoài khoảng của tiêu chí', boundsText('0', max, false))
    else frame.slots[slot] = value
  }
  for (const sum of scores.sums) sum(frame)
  return { people: count, frame }
}
