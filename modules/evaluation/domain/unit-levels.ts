import type { UnitId } from '#kernel/id.ts'

/** A level of an organisation that may bound its head, and where it comes from. */
export interface UnitLevelSource {
  readonly unitId: UnitId
  /** Null while the round has not decided. */
  readonly level: string | null
  readonly unitCampaignId: string
  /** Number of the document the round's rulebook follows. */
  readonly documentNumber: string
}

/** What bounds a head of an organisation in a campaign (article 20.6). */
export type UnitBound =
  /** Nothing is known and no round of the period rates the organisation. */
  | { readonly kind: 'none' }
  /** Recorded by hand. */
  | { readonly kind: 'recorded'; readonly level: string }
  /** Decided in the round of the same period; `recorded` when another level was written by hand before. */
  | { readonly kind: 'decided'; readonly level: string; readonly unitCampaignId: string; readonly recorded: string | null }
  /** The round of the period has not decided yet: the head waits. */
  | { readonly kind: 'waits'; readonly unitCampaignId: string }
  /** Rounds under other documents disagree: for a person to settle, nothing is taken. */
  | { readonly kind: 'conflict'; readonly levels: readonly string[]; readonly unitCampaignId: string }

/**
 * Which level bounds the heads of an organisation. The round under the same document comes first; without one, the rounds
 * of the period must agree. What a round decides stands over what was recorded by hand.
 */
export function unitBound(documentNumber: string, knownLevels: readonly string[], rounds: readonly UnitLevelSource[], recorded: string | null): UnitBound {
  const same = rounds.filter((round) => round.documentNumber === documentNumber)
  // An organisation not rated at all bounds nobody.
  const asked = (same.length > 0 ? same : rounds).filter((round) => round.level !== 'not_rated')
  const waiting = asked.find((round) => round.level === null)
  const [first] = asked
  if (first === undefined) return recorded === null ? { kind: 'none' } : { kind: 'recorded', level: recorded }
  if (waiting !== undefined) return { kind: 'waits', unitCampaignId: waiting.unitCampaignId }
  const levels = [...new Set(asked.flatMap((round) => (round.level === null ? [] : [round.level])))]
  const [level] = levels
  if (level === undefined || levels.length > 1 || !knownLevels.includes(level)) return { kind: 'conflict', levels, unitCampaignId: first.unitCampaignId }
  return { kind: 'decided', level, unitCampaignId: first.unitCampaignId, recorded: recorded === level ? null : recorded }
}

/** The level to score with, when there is one. */
export function boundLevel(bound: UnitBound): string | undefined {
  return bound.kind === 'recorded' || bound.kind === 'decided' ? bound.level : undefined
}
