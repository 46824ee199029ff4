import { isRecord } from '#kernel/is-record.ts'
import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { CompiledRulebook } from '../rulebook/compiled-rulebook.ts'
import { deriveLevel, deriveName } from './derive.ts'
import { deriveFrame, runPlan, type GroupPlan } from './plan.ts'
import { Problems, quote, withinDigits } from './problems.ts'
import { rate, ratingFrame } from './rate.ts'
import { readShared } from './read-shared.ts'
import { numberReader } from './read-value.ts'
import { planOrProblem } from './score-subject.ts'
import type { PeriodInput, PeriodPart, ScoreOptions, ScoreResult } from './types.ts'
import { Missing, missingInput, type Frame, type Value } from './value.ts'

/** Does the input give scores of shorter periods (months, quarters) instead of a sheet? */
export function isPeriodInput(rulebook: CompiledRulebook, input: Readonly<Record<string, unknown>>): boolean {
  return rulebook.period?.inputs.some((each) => input[each.name] !== undefined) ?? false
}

const otherKeys = ['rulebook', 'group', 'settings', 'facts']

function readEntries(plan: GroupPlan, input: PeriodInput, problems: Problems): Value[][] {
  const { period, sheet } = plan.rulebook
  if (!period) return []
  const names = period.inputs.map((each) => each.name)
  problems.at('')
  for (const key in input) {
    if (!otherKeys.includes(key) && !names.includes(key)) problems.add(key, `Không có mục ${quote(key)} khi cho điểm theo kỳ`, [...otherKeys, ...names].join(' | '))
  }
  const score = numberReader('0', sheet.maximum, false)
  const entries: Value[][] = []
  for (const definition of period.inputs) {
    const raw = input[definition.name]
    if (raw === undefined || raw === null) continue
    if (!Array.isArray(raw) || raw.length === 0 || raw.length > definition.most) {
      problems.at('')
      problems.add(definition.name, `${quote(raw)} không phải danh sách điểm hợp lệ`, `danh sách từ 1 đến ${definition.most} điểm`)
      continue
    }
    raw.forEach((each: unknown, i) => {
      problems.at('')
      const path = `${definition.name}[${i}]`
      if (isRecord(each)) {
        for (const key in each) if (key !== 'score' && key !== 'note') problems.add(`${path}.${key}`, `Không có trường ${quote(key)}`, 'score | note')
      }
      const given = isRecord(each) ? each['score'] : each
      const value = given === null || given === undefined ? missingInput(path) : score(given, problems, path)
      entries.push([value ?? missingInput(path), rational.rational(definition.months)])
    })
  }
  return entries
}

/** A period frame over these entries, computed. */
function compute(plan: GroupPlan, shared: Frame, entries: readonly (readonly Value[])[]): Frame | null {
  const part = plan.period
  const list = part?.scope.lists.get('periods')
  if (!part || !list) return null
  const frame = deriveFrame(plan, part, shared)
  frame.lists[list.index] = entries.map((entry) => entry.slice())
  runPlan(part, frame)
  return frame
}

function valueOf(plan: GroupPlan, frame: Frame | null, name: string): Value {
  const slot = plan.period?.scope.names.get(name)?.slot
  return (slot === undefined ? undefined : frame?.slots[slot]) ?? missingInput(name)
}

/** Quarters and half-years inside a full half-year or year whose every month has a score. */
function partsOf(plan: GroupPlan, shared: Frame, entries: readonly (readonly Value[])[]): PeriodPart[] {
  const period = plan.rulebook.period
  const name = period?.partTotal
  const months = entries.map((entry) => Number((entry[1] as Rational).n))
  const all = months.reduce((sum, each) => sum + each, 0)
  if (!period || !name || (all !== 6 && all !== 12)) return []
  return period.parts.flatMap((part) => {
    if (part.months >= all) return []
    const found: PeriodPart[] = []
    let start = 0
    let covered = 0
    for (let i = 0; i < entries.length; i++) {
      covered += months[i] ?? 0
      if (covered % part.months !== 0) continue
      const slice = entries.slice(start, i + 1)
      const sliceMonths = months.slice(start, i + 1).reduce((sum, each) => sum + each, 0)
      start = i + 1
      if (sliceMonths !== part.months || slice.some((entry) => entry[0] instanceof Missing)) continue
      const value = valueOf(plan, compute(plan, shared, slice), name)
      if (value instanceof Missing) continue
      const number = covered / part.months
      found.push({
        id: `${part.id}.${number}`,
        label: { vi: `${part.name.vi} ${number}`, en: `${part.name.en} ${number}` },
        total: rational.toDecimal(value as Rational, 2),
        exact: rational.toFraction(value as Rational),
      })
    }
    return found
  })
}

/**
 * The score of a longer period from the scores of its months or quarters, with the provisional level.
 * Throws `Refusal('score_input_invalid', { errors })` for input that does not fit.
 */
export function scorePeriod(rulebook: CompiledRulebook, input: PeriodInput, options: ScoreOptions = {}): ScoreResult {
  return withinDigits(() => scoredPeriod(rulebook, input, options))
}

function scoredPeriod(rulebook: CompiledRulebook, input: PeriodInput, options: ScoreOptions): ScoreResult {
  const problems = new Problems()
  const plan = planOrProblem(rulebook, input.group, problems)
  if (!rulebook.period || !plan.period) {
    problems.add('months', 'Bộ quy định này không tổng hợp điểm theo kỳ', 'không có')
    problems.refuseIfAny()
  }
  const shared = readShared(plan, input, problems)
  const entries = readEntries(plan, input, problems)
  problems.refuseIfAny()
  const frame = compute(plan, shared, entries)
  const total = valueOf(plan, frame, rulebook.period?.total ?? '')
  const derivation = options.derivation !== false
  const rating = rate(plan, ratingFrame(plan, shared, total, entries), total, derivation)
  return {
    total: total instanceof Missing ? null : rational.toDecimal(total as Rational, 2),
    exact: total instanceof Missing ? null : rational.toFraction(total as Rational),
    terms: {},
    taskPoints: null,
    generalPoints: null,
    level: rating.level,
    band: rating.band,
    reasons: rating.reasons,
    derivation: derivation && frame && plan.period ? deriveName(plan, plan.period.scope, frame, rulebook.period?.total ?? '') : null,
    levelDerivation: derivation ? deriveLevel(plan, rating) : null,
    parts: partsOf(plan, shared, entries),
  }
}
