import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { RatingRule } from '../rulebook/compiled-rulebook.ts'
import type { Evaluate } from './compile-expression.ts'
import { deriveFrame, runPlan, type GroupPlan } from './plan.ts'
import { reason, reasonsOf } from './reasons.ts'
import type { LevelAnswer, Reason } from './types.ts'
import { mergeMissing, Missing, type Frame, type Value } from './value.ts'

/** What became of one rule while the level was found; kept for the derivation. */
export interface RuleOutcome {
  readonly kind: 'exclusion' | 'veto' | 'band' | 'condition' | 'otherwise' | 'ceiling'
  readonly rule: RatingRule | null
  readonly level: string
  readonly article: string | null
  readonly value: Value
}

export interface Rating {
  readonly level: LevelAnswer
  readonly band: LevelAnswer
  readonly reasons: readonly Reason[]
  readonly outcomes: readonly RuleOutcome[]
  readonly frame: Frame
}

class LevelFinder {
  readonly reasons: Reason[] = []
  readonly outcomes: RuleOutcome[] = []
  readonly plan: GroupPlan
  readonly frame: Frame
  /** False in mass scoring: nobody will ask why. */
  readonly explain: boolean
  constructor(plan: GroupPlan, frame: Frame, explain: boolean) {
    this.plan = plan
    this.frame = frame
    this.explain = explain
  }

  outcome(kind: RuleOutcome['kind'], rule: RatingRule | null, level: string, article: string | null, value: Value): void {
    if (this.explain) this.outcomes.push({ kind, rule, level, article, value })
  }

  note(rule: RatingRule, code: string): void {
    this.reasons.push(reason(code, rule.label, rule.article))
  }

  missing(value: Missing): void {
    for (const each of reasonsOf(value, this.plan)) {
      if (!this.reasons.some((other) => other.code === each.code && other.path === each.path && other.vi === each.vi)) this.reasons.push(each)
    }
  }

  /** The level of the first rule that holds; a rule that cannot be known makes the whole answer unknown when none holds. */
  first(kind: 'exclusion' | 'veto' | 'otherwise', rules: readonly (RatingRule & { readonly level: string })[], evaluators: readonly Evaluate[]): string | Missing | null {
    let level: string | null = null
    let unknown: Missing | null = null
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]
      const evaluate = evaluators[i]
      if (!rule || !evaluate) continue
      const value = evaluate(this.frame)
      this.outcome(kind, rule, rule.level, rule.article, value)
      if (value instanceof Missing) unknown = unknown === null ? value : mergeMissing(unknown, value)
      else if (value === true) {
        this.note(rule, `${kind}.${rule.id}`)
        level ??= rule.level
        if (kind !== 'veto') return level
      }
    }
    return level ?? unknown
  }

  /** The best band the unrounded score reaches and whose conditions hold. */
  band(total: Value): LevelAnswer {
    if (total instanceof Missing) {
      this.missing(total)
      return 'insufficient_data'
    }
    const { rating } = this.plan.rulebook
    for (let i = 0; i < rating.bands.length; i++) {
      const band = rating.bands[i]
      const compiled = this.plan.rules.bands[i]
      if (!band || !compiled) continue
      const reached = rational.compare(total as Rational, compiled.from) >= 0
      this.outcome('band', null, band.level, band.article, reached)
      if (!reached) continue
      const holds = this.conditions(band.level, band.conditions, compiled.conditions)
      if (holds === null) return 'insufficient_data'
      if (!holds) continue
      this.reasons.push(bandReason(this.plan, i, total as Rational))
      return band.level
    }
    const other = this.first('otherwise', rating.otherwise, this.plan.rules.otherwise)
    if (typeof other === 'string') return other
    if (other) this.missing(other)
    this.reasons.push(reason('no_band', { vi: 'Điểm và điều kiện không khớp trọn mức nào của quy định; cấp có thẩm quyền xem xét, quyết định', en: 'Points and conditions together fit no level of the rules; the authority decides' }))
    return 'insufficient_data'
  }

  /** true, false, or null when a condition cannot be known. */
  conditions(level: string, rules: readonly RatingRule[], evaluators: readonly Evaluate[]): boolean | null {
    let unknown: Missing | null = null
    let failed = false
    rules.forEach((rule, i) => {
      const value = evaluators[i]?.(this.frame) ?? false
      this.outcome('condition', rule, level, rule.article, value)
      if (value instanceof Missing) unknown = unknown === null ? value : mergeMissing(unknown, value)
      else if (value === false) {
        failed = true
        this.reasons.push(reason(`condition.${rule.id}`, { vi: `Chưa đạt điều kiện: ${rule.label.vi}`, en: `Condition not met: ${rule.label.en}` }, rule.article))
      }
    })
    if (failed) return false
    if (unknown === null) return true
    this.missing(unknown)
    return null
  }

  /** Place in the order, 0 the best; -1 for an answer or a level outside it. */
  rank(level: string): number {
    return this.plan.ranked.indexOf(level)
  }

  isLowest(level: string): boolean {
    return this.rank(level) === this.plan.ranked.length - 1
  }

  ceilings(start: string): LevelAnswer {
    const { rulebook, rules } = this.plan
    let level = start
    let unknown: Missing | null = null
    rulebook.rating.ceilings.forEach((ceiling, i) => {
      const compiled = rules.ceilings[i]
      if (!compiled || this.isLowest(level)) return
      const when = compiled.when(this.frame)
      const atMost = when === true ? compiled.atMost(this.frame) : null
      const blocked = when instanceof Missing ? when : atMost instanceof Missing ? atMost : null
      this.outcome('ceiling', ceiling, typeof atMost === 'string' ? atMost : '', ceiling.article, when)
      if (blocked) {
        unknown = unknown === null ? blocked : mergeMissing(unknown, blocked)
        this.note(ceiling, `ceiling_unknown.${ceiling.id}`)
      } else if (typeof atMost === 'string') {
        const limit = this.rank(atMost)
        if (limit < 0) {
          unknown = new Missing([{ code: 'ceiling_undecided', path: null }])
          this.reasons.push(reason('ceiling_undecided', { vi: `${ceiling.label.vi}: mức giới hạn chưa được quyết định`, en: `${ceiling.label.en}: the limiting level is not decided` }, ceiling.article))
        } else if (this.rank(level) < limit) {
          level = atMost
          this.note(ceiling, `ceiling.${ceiling.id}`)
        }
      }
    })
    if (unknown === null || this.isLowest(level)) return level
    this.missing(unknown)
    return 'insufficient_data'
  }
}

function bandReason(plan: GroupPlan, index: number, total: Rational): Reason {
  const band = plan.rules.bands[index]
  const shown = rational.toDecimal(total, 2)
  return {
    code: 'band',
    vi: `${shown.replace('.', ',')} điểm, ${band?.text.vi ?? ''}`,
    en: `${shown} points, ${band?.text.en ?? ''}`,
    article: plan.rulebook.rating.bands[index]?.article ?? null,
    path: null,
  }
}

/** Fills the rating part of a frame. `periods` are the entries of a longer period, empty for one sheet. */
export function ratingFrame(plan: GroupPlan, shared: Frame, total: Value, periods: readonly (readonly Value[])[]): Frame {
  const frame = deriveFrame(plan, plan.rating, shared)
  const list = plan.rating.scope.lists.get('periods')
  if (list) frame.lists[list.index] = periods.map((entry) => entry.slice())
  const slot = plan.rating.scope.names.get('total')?.slot
  if (slot !== undefined) frame.slots[slot] = total
  for (const { from, to } of plan.sheetInRating) if (shared.slots[from] !== plan.sheet.template[from]) frame.slots[to] = shared.slots[from] as Value
  runPlan(plan.rating, frame)
  return frame
}

/**
 * The provisional level (mức xếp loại dự kiến): exclusions, then vetoes, else the band of the unrounded score, then ceilings.
 * It never decides: an unknown fact gives `insufficient_data` with what is missing.
 */
export function rate(plan: GroupPlan, frame: Frame, total: Value, explain = false): Rating {
  const finder = new LevelFinder(plan, frame, explain)
  const { rating } = plan.rulebook
  const excluded = finder.first('exclusion', rating.exclusions, plan.rules.exclusions)
  const vetoed = typeof excluded === 'string' ? null : finder.first('veto', rating.vetoes, plan.rules.vetoes)
  const band = finder.band(frame.slots[plan.answers.ratedScore] ?? total)
  let level: LevelAnswer
  if (typeof excluded === 'string') level = excluded
  else if (excluded !== null) {
    finder.missing(excluded)
    level = 'insufficient_data'
  } else if (typeof vetoed === 'string') level = vetoed
  else if (vetoed !== null) {
    finder.missing(vetoed)
    level = 'insufficient_data'
  } else level = finder.rank(band) < 0 ? band : finder.ceilings(band)
  rating.notices.forEach((notice, i) => {
    if (plan.rules.notices[i]?.(frame) === true) finder.note(notice, `notice.${notice.id}`)
  })
  return { level, band, reasons: finder.reasons, outcomes: finder.outcomes, frame }
}
