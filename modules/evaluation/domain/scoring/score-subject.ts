import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { CompiledRulebook } from '../rulebook/compiled-rulebook.ts'
import { combineScores } from './combine-scores.ts'
import { deriveLevel, deriveName } from './derive.ts'
import { planFor, runPlan, type GroupPlan } from './plan.ts'
import { scoresPlan } from './plan-scores.ts'
import { Problems, quote, withinDigits } from './problems.ts'
import { rate, ratingFrame } from './rate.ts'
import { readShared } from './read-shared.ts'
import { readSheet } from './read-sheet.ts'
import { itemPath } from './read-value.ts'
import { reason } from './reasons.ts'
import type { Reason, ScoreInput, ScoreOptions, ScoreResult } from './types.ts'
import { Missing, missingInput, type Frame, type Value } from './value.ts'

const hundred = rational.rational(100)

/** The plan of the group an input names, or a problem at `group`. */
export function planOrProblem(rulebook: CompiledRulebook, group: unknown, problems: Problems): GroupPlan {
  const plan = typeof group === 'string' ? (planFor(rulebook, group) ?? planFor(rulebook, group.normalize('NFC'))) : null
  if (plan) return plan
  problems.at('')
  problems.add('group', group === undefined || group === null ? 'Chưa cho nhóm đối tượng' : `Không có nhóm ${quote(group)}`, rulebook.groups.map((each) => each.id).join(' | '))
  problems.refuseIfAny()
  throw new Error('unreachable')
}

/**
 * Scores one sheet of one period exactly: computed score and provisional level, with the reasons and the derivation.
 * Throws `Refusal('score_input_invalid', { errors })` when the input does not fit the rulebook;
 * data that is merely absent is not an error but `insufficient_data` with what is missing.
 */
export function scoreSubject(rulebook: CompiledRulebook, input: ScoreInput, options: ScoreOptions = {}): ScoreResult {
  return withinDigits(() => scored(rulebook, input, options))
}

function scored(rulebook: CompiledRulebook, input: ScoreInput, options: ScoreOptions): ScoreResult {
  const problems = new Problems()
  const plan = planOrProblem(rulebook, input.group, problems)
  const frame = readShared(plan, input, problems)
  const { unused, raters } = readSheet(plan, input, frame, problems)
  problems.refuseIfAny()
  const scores = raters === null ? null : scoresPlan(plan)
  const notes = scores === null || raters === null ? [] : combineScores(scores, raters, frame)
  runPlan(plan.sheet, frame)
  const total = frame.slots[plan.answers.total] ?? missingInput('total')
  checkLimits(plan, frame, total, problems)
  problems.refuseIfAny()

  const derivation = options.derivation !== false
  const rating = rate(plan, ratingFrame(plan, frame, total, []), total, derivation)
  return {
    total: shown(total),
    exact: total instanceof Missing ? null : rational.toFraction(total as Rational),
    terms: termsOf(plan, frame),
    taskPoints: shown(frame.slots[plan.answers.taskPoints]),
    generalPoints: shown(frame.slots[plan.answers.generalPoints]),
    level: rating.level,
    band: rating.band,
    reasons: unused.length + notes.length === 0 ? rating.reasons : [...rating.reasons, ...notes, ...unused.map((path) => unusedReason(plan, path))],
    derivation: derivation ? deriveName(plan, plan.sheet.scope, frame, rulebook.sheet.total) : null,
    levelDerivation: derivation ? deriveLevel(plan, rating) : null,
  }
}

function unusedReason(plan: GroupPlan, path: string): Reason {
  const name = plan.rulebook.groups.find((group) => group.id === plan.group)?.name
  return reason('unused_input', { vi: `${path} không dùng cho nhóm ${name?.vi ?? plan.group}, không tính vào điểm`, en: `${path} is not used for the group ${name?.en ?? plan.group}; not counted` }, null, path)
}

function shown(value: Value | undefined): string | null {
  return value === undefined || value instanceof Missing ? null : rational.toDecimal(value as Rational, 2)
}

function termsOf(plan: GroupPlan, frame: Frame): Record<string, string | null> {
  const terms: Record<string, string | null> = {}
  for (const { name, slot } of plan.answers.terms) {
    const value = frame.slots[slot]
    terms[name] = value === undefined || value instanceof Missing ? null : rational.toDecimal(rational.mul(value as Rational, hundred), 2)
  }
  return terms
}

/** Adds every limit of the rulebook that holds to the problems, and a total above its maximum. */
export function checkLimits(plan: GroupPlan, frame: Frame, total: Value, problems: Problems): void {
  plan.limits.forEach((limit, i) => {
    const rule = plan.rulebook.sheet.limits[i]
    if (!rule) return
    const { list } = limit
    if (list === null) {
      problems.at('')
      if (limit.when(frame) === true) problems.add(rule.path, rule.message.vi, rule.expected)
      return
    }
    frame.lists[list.index]?.forEach((item, row) => {
      frame.item = item
      problems.at(itemPath(list.id, list.keys, row))
      if (limit.when(frame) === true) problems.add(rule.path, rule.message.vi, rule.expected)
    })
  })
  problems.at('')
  if (problems.list.length === 0 && !(total instanceof Missing) && rational.compare(total as Rational, plan.maximum) > 0) {
    problems.add('total', `Tổng điểm ${rational.toDecimal(total as Rational, 2)} vượt mức tối đa`, `không quá ${rational.toShortest(plan.maximum)}`)
  }
}
