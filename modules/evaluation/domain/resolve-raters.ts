import type { PersonId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import type { AreRelatives } from './kinship.ts'
import { otherKinds } from './raters.ts'
import { leadershipOf, nearestHead, nearestOfKind, organisationOf, superiorOf, usingBodyKinds, type Organisation, type ResolvableHolding, type ResolvableUnit, type ResolvedParticipant } from './resolution.ts'
import type { CompiledRulebook, Rater } from './rulebook/compiled-rulebook.ts'

/** The organisation on a day, who is scored, and who is related to whom. */
export interface RaterResolutionInput {
  readonly units: readonly ResolvableUnit[]
  readonly holdings: readonly ResolvableHolding[]
  readonly rulebook: CompiledRulebook
  /** `asked`: the kinds whose points weigh anything for this subject. */
  readonly participants: readonly (Pick<ResolvedParticipant, 'personId' | 'group' | 'superiorId' | 'deciderId'> & { readonly asked: ReadonlySet<string> })[]
  readonly areRelatives: AreRelatives
}

/** Somebody found to rate somebody; a declared relative is found and left out. */
export interface ResolvedRater {
  readonly personId: PersonId
  readonly kind: string
  readonly raterId: PersonId
  readonly relative: boolean
}

interface Place {
  readonly organisation: Organisation
  readonly units: readonly ResolvableUnit[]
  readonly primary: readonly ResolvableHolding[]
  readonly holdings: readonly ResolvableHolding[]
  readonly subordinates: ReadonlyMap<PersonId, readonly PersonId[]>
}

/**
 * Who rates whom beside the subject and the direct superior, from the posts of the day. Our default reading of each kind
 * is in the README of the module; everything can be adjusted for each person before opening.
 */
export function resolveRaters(input: RaterResolutionInput): ResolvedRater[] {
  const primary = input.holdings.filter((holding) => holding.isPrimary)
  const organisation = organisationOf(input)
  const holdingOf = new Map(primary.map((holding) => [holding.personId, holding]))
  const place: Place = { organisation, units: input.units, primary, holdings: input.holdings, subordinates: subordinatesOf(organisation, primary) }
  return input.participants.flatMap((participant) => {
    const holding = holdingOf.get(participant.personId)
    if (holding === undefined) return []
    return otherKinds(input.rulebook, participant.group).flatMap((rater) => {
      if (!participant.asked.has(rater.id)) return []
      const found = [...new Set(peopleFor(rater, place, holding, participant))].filter((id) => id !== participant.personId)
      const marked = found.map((raterId) => ({ personId: participant.personId, kind: rater.id, raterId, relative: input.areRelatives(participant.personId, raterId) }))
      return rater.several ? marked : marked.slice(0, 1)
    })
  })
}

function subordinatesOf(organisation: Organisation, primary: readonly ResolvableHolding[]): Map<PersonId, PersonId[]> {
  const found = new Map<PersonId, PersonId[]>()
  for (const holding of primary) {
    const superior = superiorOf(organisation, holding)
    if (superior !== null) found.set(superior, [...(found.get(superior) ?? []), holding.personId])
  }
  return found
}

function peopleFor(rater: Rater, place: Place, holding: ResolvableHolding, participant: RaterResolutionInput['participants'][number]): readonly PersonId[] {
  switch (rater.who) {
    case 'self':
    case 'direct_superior':
      return []
    case 'peers':
      return peersOf(place, holding)
    case 'subordinates':
      return place.subordinates.get(holding.personId) ?? []
    case 'head_of_using_body':
      return one(headAbove(place, holding, participant.deciderId, participant.superiorId))
    case 'head_of_managing_body':
      return one(nearestHead(place.organisation, bodiesAbove(place, holding).slice(1), holding.personId))
    case 'council':
      return councilOf(place, holding)
    case 'party_committee':
      return standingCommitteeOf(place, holding)
    case 'personnel_body':
      return boardOf(place, holding)
  }
}

function one(id: PersonId | null): PersonId[] {
  return id === null ? [] : [id]
}

/** Same unit and same rank of leadership; the head of a unit has the heads of the units beside it. */
function peersOf({ organisation, primary }: Place, holding: ResolvableHolding): PersonId[] {
  const rank = leadershipOf(holding)
  const parent = organisation.unitOf.get(holding.unitId)?.parentId ?? null
  const beside = (other: ResolvableHolding): boolean => (rank === 'head' ? parent !== null && organisation.unitOf.get(other.unitId)?.parentId === parent : other.unitId === holding.unitId)
  return primary.filter((other) => leadershipOf(other) === rank && beside(other)).map((other) => other.personId)
}

/** The using bodies above a post, nearest first. */
function bodiesAbove({ organisation }: Place, holding: ResolvableHolding): ResolvableUnit[] {
  return lineage(organisation.unitOf, holding.unitId).filter((unit) => usingBodyKinds.has(unit.kind))
}

/** The head of the using body; where that is the direct superior, who already scores, the head above. */
function headAbove(place: Place, holding: ResolvableHolding, decider: PersonId | null, superior: PersonId | null): PersonId | null {
  if (decider !== null && decider !== superior) return decider
  for (const body of bodiesAbove(place, holding)) {
    const head = nearestHead(place.organisation, [body], holding.personId)
    if (head !== null && head !== superior && head !== decider) return head
  }
  return null
}

/** The leaders of the using body and the heads of the units directly under it. */
function councilOf(place: Place, holding: ResolvableHolding): PersonId[] {
  const body = bodiesAbove(place, holding)[0]
  if (body === undefined) return []
  const under = new Set(place.units.filter((unit) => unit.parentId === body.id && !usingBodyKinds.has(unit.kind)).map((unit) => unit.id))
  return place.primary.filter((other) => (other.unitId === body.id && leadershipOf(other) !== 'none') || (under.has(other.unitId) && other.role === 'head')).map((other) => other.personId)
}

/** Everybody with a post in the Standing body of the Party committee; without such posts, the leaders of the Party committee. */
function standingCommitteeOf(place: Place, holding: ResolvableHolding): PersonId[] {
  const standing = nearestOfKind(place.organisation, holding.unitId, 'party_standing_body')
  const members = place.holdings.filter((other) => other.unitId === standing?.id).map((other) => other.personId)
  if (members.length > 0) return members
  const committee = nearestOfKind(place.organisation, holding.unitId, 'party_committee')
  return place.holdings.filter((other) => other.unitId === committee?.id && other.role !== 'staff').map((other) => other.personId)
}

/** The head of the Party committee's board, which advises on personnel. */
function boardOf(place: Place, holding: ResolvableHolding): PersonId[] {
  const board = nearestOfKind(place.organisation, holding.unitId, 'party_board')
  return place.primary.filter((other) => other.unitId === board?.id && other.role === 'head').map((other) => other.personId)
}
