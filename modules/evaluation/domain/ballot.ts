import { refuse } from '#kernel/refusal.ts'

/** How a secret ballot (phiếu kín) is taken: paper counted by two tellers, or on the attendees' own devices. */
export const ballotMethods = ['tellers', 'devices'] as const
export type BallotMethod = (typeof ballotMethods)[number]

/** void: ended with too few ballots to stay secret; nothing of them is kept. */
export const questionStatuses = ['open', 'closed', 'void'] as const
export type QuestionStatus = (typeof questionStatuses)[number]

/** Why somebody leaves the room for an item (xung đột lợi ích): it is about them, about a relative, or they said so. */
export const conflictCauses = ['subject', 'relative', 'declared'] as const
export type ConflictCause = (typeof conflictCauses)[number]

/** Least ballots that keep each other secret: of one or two, somebody knows another's. */
export const leastBallots = 3

/** The choice that every ballot has (phiếu trắng). */
export const blankChoice = 'blank'

/** One choice on a ballot, in both languages. */
export interface Choice {
  readonly id: string
  readonly vi: string
  readonly en: string
}

/** Totals of one ballot: phát ra, thu về, không hợp lệ, and ballots by choice. */
export interface Figures {
  readonly issued: number
  readonly collected: number
  readonly invalid: number
  readonly counts: Readonly<Record<string, number>>
}

/** What a device ballot's totals begin with. */
export function emptyFigures(choices: readonly Choice[], issued: number): Figures {
  return { issued, collected: 0, invalid: 0, counts: Object.fromEntries(choices.map((choice) => [choice.id, 0])) }
}

/** The totals with one ballot more. Refuses a choice that is not on it. */
export function withBallot(figures: Figures, choices: readonly Choice[], choice: string): Figures {
  if (!choices.some((each) => each.id === choice)) refuse('evaluation.ballot.unknown-choice')
  return { ...figures, collected: figures.collected + 1, counts: { ...figures.counts, [choice]: (figures.counts[choice] ?? 0) + 1 } }
}

/** Refuses figures that do not add up: a choice unknown or missing, more collected than issued or issued than entitled. */
export function checkFigures(figures: Figures, choices: readonly Choice[], entitled: number): void {
  const known = choices.map((choice) => choice.id)
  const given = Object.keys(figures.counts)
  const sum = Object.values(figures.counts).reduce((all, count) => all + count, 0)
  const fits = given.length === known.length && given.every((id) => known.includes(id))
  if (!fits || sum + figures.invalid !== figures.collected || figures.collected > figures.issued || figures.issued > entitled) {
    refuse('evaluation.ballot.bad-figures', { counted: sum + figures.invalid, collected: figures.collected, issued: figures.issued, entitled })
  }
}

/** Whether two tellers counted the same. */
export function agree(a: Figures, b: Figures): boolean {
  const keys = new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])
  return a.issued === b.issued && a.collected === b.collected && a.invalid === b.invalid && [...keys].every((key) => a.counts[key] === b.counts[key])
}

/**
 * How a device ballot ends: by itself once everybody has voted, or by the chair with a reason. Refuses an early end
 * without one. Too few ballots to stay secret are thrown away unread.
 */
export function endOfBallot(voted: number, entitled: number, reason: string): 'closed' | 'void' {
  if (voted < entitled && reason.trim() === '') refuse('evaluation.ballot.reason-needed', { voted, entitled })
  return voted < leastBallots ? 'void' : 'closed'
}
