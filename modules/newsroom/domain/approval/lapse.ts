import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { ruleOn } from '../dated-rule.ts'
import { changeKinds, type Change, type ChangeKind } from './changes.ts'
import { approvalLevels, type ApprovalLevel } from './state.ts'

export { changesOf, type Change } from './changes.ts'

/** Which approvals a change of each kind ends, from a day on. */
export interface LapseRule {
  readonly from: CalendarDate
  readonly source: string
  readonly lapses: Readonly<Record<ChangeKind, readonly ApprovalLevel[]>>
}

/**
 * Which approvals lapse by what changed (hết hiệu lực duyệt). Our own default, no law and no rule of anybody: a slip of spelling is the
 * desk's to see again; of everything else leadership has answered for exactly what was there. That holds for plain wording too, as one
 * word left out ("không", "dự kiến") turns a sentence round without touching a name or a figure.
 */
export const lapseRules: readonly LapseRule[] = [
  {
    from: calendarDate('1800-01-01'),
    source: 'ours',
    lapses: {
      spelling: ['department'],
      wording: approvalLevels,
      figure: approvalLevels,
      name: approvalLevels,
      media: approvalLevels,
      order: approvalLevels,
    },
  },
]

/** The rule in force on a day: the latest that began by then. Throws RangeError when none had. */
export function lapseRuleOn(rules: readonly LapseRule[], day: CalendarDate): LapseRule {
  const rule = ruleOn(rules, day)
  if (rule === undefined) throw new RangeError(`no rule of lapsing on ${day}`)
  return rule
}

/** The levels whose approval of what was there before the changes ends, by the rule of the day they were made. */
export function lapsedLevels(changes: readonly Change[], day: CalendarDate, rules = lapseRules): readonly ApprovalLevel[] {
  const { lapses } = lapseRuleOn(rules, day)
  const kinds = changeKinds.filter((kind) => changes.some((change) => change.kind === kind))
  return approvalLevels.filter((level) => kinds.some((kind) => lapses[kind].includes(level)))
}
