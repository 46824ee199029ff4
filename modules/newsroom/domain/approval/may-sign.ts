import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId } from '#kernel/id.ts'
import type { ApprovalLevel } from './state.ts'

/** A written delegation (ủy quyền bằng văn bản) to approve at a level, from its first to its last day. */
export interface Delegation {
  readonly id: Id<'delegation'>
  readonly from: PersonId
  readonly to: PersonId
  readonly level: ApprovalLevel
  readonly fromDay: CalendarDate
  readonly toDay: CalendarDate
  /** Number and date of the document; without one there is no delegation. */
  readonly document: string
  /** The document says that one person may sign both levels. */
  readonly bothLevels: boolean
}

/** An approval that has not lapsed: who signed it, and for whom (ký thay) if not in their own right. */
export interface StandingApproval {
  readonly level: ApprovalLevel
  readonly personId: PersonId
  readonly actingFor: PersonId | null
}

export interface SigningFacts {
  readonly level: ApprovalLevel
  readonly actorId: PersonId
  readonly authorId: PersonId
  readonly standing: readonly StandingApproval[]
  /** Of anybody to anybody; whether who delegates holds the right is for who records it to check. */
  readonly delegations: readonly Delegation[]
  /** Whether the actor may approve at this level without a delegation. */
  readonly ownRight: boolean
  readonly today: CalendarDate
}

type Objection = 'own-story' | 'signed-other-level'

/** Whether somebody may approve, and under which delegation they then sign; null is in their own right. */
export type MaySign =
  | { readonly ok: true; readonly under: Delegation | null }
  | { readonly ok: false; readonly why: 'no-right' | Objection }

function objectionTo(delegation: Delegation | null, facts: SigningFacts, mayBoth: boolean): Objection | null {
  const hands = delegation === null ? [facts.actorId] : [facts.actorId, delegation.from]
  if (hands.includes(facts.authorId) && delegation?.bothLevels !== true) return 'own-story'
  const signed = facts.standing
    .filter(({ level }) => level !== facts.level)
    .some(({ personId, actingFor }) => hands.includes(personId) || (actingFor !== null && hands.includes(actingFor)))
  return signed && !mayBoth ? 'signed-other-level' : null
}

/**
 * Whether a person may approve a story at a level today, in their own right if they can, else for who delegated it to them.
 *
 * Nobody approves what they wrote, at any level, but under a delegation of that level whose document lets one person sign both; their
 * own right is not enough. Nobody signs both levels but under such a delegation of either. Who signs for somebody is bound by what that
 * person wrote and signed too, and nobody delegates to themselves. Of several delegations that of which the document is enough by itself.
 */
export function maySign(facts: SigningFacts): MaySign {
  const held = facts.delegations.filter(
    ({ from, to, fromDay, toDay, document }) => to === facts.actorId && from !== to && fromDay <= facts.today && facts.today <= toDay && document.trim() !== '',
  )
  const mayBoth = held.some(({ bothLevels }) => bothLevels)
  const ways: readonly (Delegation | null)[] = [...(facts.ownRight ? [null] : []), ...held.filter(({ level }) => level === facts.level)]
  const objections = ways.map((way) => objectionTo(way, facts, mayBoth))
  const open = ways.filter((_, at) => objections[at] === null)
  const [first] = open
  if (first === undefined) return { ok: false, why: objections.includes('own-story') ? 'own-story' : (objections[0] ?? 'no-right') }
  const enough = (way: Delegation | null): boolean => objectionTo(way, facts, way === null || way.bothLevels) === null
  return { ok: true, under: open.find(enough) ?? first }
}
