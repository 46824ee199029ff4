import type { CalendarDate } from '#kernel/calendar-date.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { daySettings } from '../../domain/early-response.ts'
import type { Period } from '../../domain/period.ts'
import { periodKindsOf } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { previewTotal } from '../../domain/scoring/preview-total.ts'

/** Last days for self-scoring, scoring and deciding; a round of organisations has no deadline of its own for scoring. */
export interface Due {
  readonly self: CalendarDate
  readonly superior?: CalendarDate
  readonly decide: CalendarDate
}

/** Refuses deadlines that do not follow one another. */
export function checkDue(due: Due): void {
  const { self, superior = self, decide } = due
  if (self > superior || superior > decide) refuse('evaluation.campaign.due-order', { ...due })
}

/** Refuses a rulebook that is not in force on the last day of the period, or that does not score such periods. */
export function checkInForce(rulebook: CompiledRulebook, period: Period): void {
  const { from, to } = rulebook.validity
  if (period.to < from || (to !== null && period.to > to)) refuse('evaluation.campaign.rulebook-not-in-force', { from, to, period: period.to })
  if (!periodKindsOf(rulebook).includes(period.kind)) refuse('evaluation.campaign.period-unsupported', { kind: period.kind })
}

/** Settings flat by full name, each checked against the rulebook; ours, under `procedure.`, checked here. */
export function checkSettings(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(settings).filter(([name]) => name.startsWith('procedure.'))
  for (const [name, value] of own) {
    const days = daySettings[name as keyof typeof daySettings] as (typeof daySettings)[keyof typeof daySettings] | undefined
    const good = days !== undefined && typeof value === 'number' && Number.isInteger(value) && value >= days.least && value <= days.most
    const expected = Object.entries(daySettings).map(([id, { least, most }]) => `${id}: ${least}–${most}`).join(', ')
    if (!good) refuse('evaluation.campaign.bad-setting', { problems: [{ code: name, found: String(value), expected }] })
  }
  const engine = Object.fromEntries(Object.entries(settings).filter(([name]) => !name.startsWith('procedure.')))
  const group = rulebook.groups[0]?.id ?? ''
  const problems = previewTotal(rulebook, { group, settings: engine }).problems.filter((problem) => problem.path.startsWith('settings'))
  if (problems.length > 0) {
    throw new Refusal('evaluation.campaign.bad-setting', {
      problems: problems.map((problem) => ({ code: problem.path.replace(/^settings\.?/, ''), found: problem.message, expected: problem.expected })),
    })
  }
  return { ...settings }
}
