import type { PersonId, PostId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { appliesTo, criteriaOf } from './rulebook/scope.ts'
import type { CompiledRulebook, Group } from './rulebook/compiled-rulebook.ts'

/** A unit on the day posts are read. */
export interface ResolvableUnit {
  readonly id: UnitId
  readonly parentId: UnitId | null
  readonly kind: string
  /** The level of government it belongs to (cấp). */
  readonly level: string
}

/** Somebody in a post on that day. */
export interface ResolvableHolding {
  readonly personId: PersonId
  readonly postId: PostId
  readonly unitId: UnitId
  readonly title: string
  readonly role: string
  readonly isLeader: boolean
  readonly publicContact: boolean
  readonly peerGroup: string
  readonly status: string
  readonly isPrimary: boolean
  readonly sortName: string
}

/** The organisation on a day, and whom the campaign scores. */
export interface ResolutionInput {
  readonly units: readonly ResolvableUnit[]
  readonly holdings: readonly ResolvableHolding[]
  readonly scopeUnitId: UnitId
  readonly subjectStatuses: readonly string[]
  readonly rulebook: CompiledRulebook
}

/** Who is scored, in which group, by whom, and who decides; null where posts give no answer. */
export interface ResolvedParticipant {
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly postId: PostId
  readonly title: string
  /** Empty when no group of the rulebook fits the post. */
  readonly group: string
  readonly peerGroup: string
  readonly isHead: boolean
  readonly variants: Readonly<Record<string, string>>
  readonly superiorId: PersonId | null
  readonly deciderId: PersonId | null
  readonly sortName: string
}

/**
 * Kinds of units that use civil servants in their own right (cơ quan sử dụng công chức); other kinds are units within
 * them (cơ quan trực tiếp sử dụng). Our default reading of article 10, adjustable for each person before opening.
 */
export const usingBodyKinds: ReadonlySet<string> = new Set([
  'province', 'district', 'town', 'commune', 'ward', 'special_zone', 'party_committee', 'peoples_council', 'peoples_committee',
  'fatherland_front', 'public_service_unit', 'radio_television',
])

/** The organisation on a day as questions of who stands above whom need it. */
export interface Organisation {
  readonly unitOf: ReadonlyMap<UnitId, ResolvableUnit>
  readonly heads: ReadonlyMap<UnitId, readonly ResolvableHolding[]>
}

/**
 * Everybody scored by a campaign (NĐ 335/2025, articles 10 and 19): people whose main post is in the scope and whose
 * legal status is chosen. One row per person, in the order of the holdings given.
 */
export function resolveParticipants(input: ResolutionInput): ResolvedParticipant[] {
  const organisation = organisationOf(input)
  const seen = new Set<PersonId>()
  const found: ResolvedParticipant[] = []
  for (const holding of input.holdings) {
    if (!holding.isPrimary || seen.has(holding.personId) || !input.subjectStatuses.includes(holding.status)) continue
    if (!lineage(organisation.unitOf, holding.unitId).some((unit) => unit.id === input.scopeUnitId)) continue
    seen.add(holding.personId)
    found.push(resolveOne(input.rulebook, organisation, holding))
  }
  return found
}

function resolveOne(rulebook: CompiledRulebook, organisation: Organisation, holding: ResolvableHolding): ResolvedParticipant {
  const group = groupOf(rulebook.groups, holding, organisation.unitOf.get(holding.unitId))?.id ?? ''
  return {
    personId: holding.personId,
    unitId: holding.unitId,
    postId: holding.postId,
    title: holding.title,
    group,
    peerGroup: holding.peerGroup,
    isHead: holding.role === 'head',
    variants: group === '' ? {} : variantsOf(rulebook, group, holding.publicContact),
    superiorId: superiorOf(organisation, holding),
    deciderId: (decidedByStandingCommittee(rulebook, group) ? standingHeadOf(organisation, holding) : null) ?? deciderOf(organisation, holding),
    sortName: holding.sortName,
  }
}

/** Units by id and who heads them. */
export function organisationOf({ units, holdings }: Pick<ResolutionInput, 'units' | 'holdings'>): Organisation {
  return { unitOf: new Map(units.map((unit) => [unit.id, unit])), heads: headsOf(holdings) }
}

function headsOf(holdings: readonly ResolvableHolding[]): Map<UnitId, ResolvableHolding[]> {
  const heads = new Map<UnitId, ResolvableHolding[]>()
  for (const holding of holdings) {
    if (holding.role !== 'head') continue
    heads.set(holding.unitId, [...(heads.get(holding.unitId) ?? []), holding])
  }
  return heads
}

/** The one head of the unit other than the person; undefined when there is none or when it is not one person. */
function otherHead(organisation: Organisation, unit: ResolvableUnit, person: PersonId): PersonId | 'several' | undefined {
  const people = new Set((organisation.heads.get(unit.id) ?? []).map((head) => head.personId))
  people.delete(person)
  if (people.size > 1) return 'several'
  return [...people][0]
}

/** The head of the nearest of these units that has one. Two heads of one unit are for a person to choose between. */
export function nearestHead(organisation: Organisation, units: readonly ResolvableUnit[], person: PersonId): PersonId | null {
  for (const unit of units) {
    const head = otherHead(organisation, unit, person)
    if (head === 'several') return null
    if (head !== undefined) return head
  }
  return null
}

/** Article 10.1: the head of the own unit; for that head, the head of the nearest unit above. */
export function superiorOf(organisation: Organisation, holding: ResolvableHolding): PersonId | null {
  const units = lineage(organisation.unitOf, holding.unitId)
  return nearestHead(organisation, holding.role === 'head' ? units.slice(1) : units, holding.personId)
}

/** Article 10.2: the head of the using body; for the head of a using body, the head of the managing body. */
function deciderOf(organisation: Organisation, holding: ResolvableHolding): PersonId | null {
  const units = lineage(organisation.unitOf, holding.unitId)
  const above = holding.role === 'head' && usingBodyKinds.has(units[0]?.kind ?? '') ? units.slice(1) : units
  return nearestHead(organisation, above.filter((unit) => usingBodyKinds.has(unit.kind)), holding.personId)
}

/** Whether the Standing Committee of the Party committee decides the level in this group (132-QĐ/TW, 366-QĐ/TW), not the head of the using body. */
function decidedByStandingCommittee(rulebook: CompiledRulebook, group: string): boolean {
  return rulebook.raters.some((rater) => rater.who === 'party_committee' && rater.fills.includes('level') && appliesTo(rater.groups, group))
}

/** Who signs for the Standing Committee: the head of it, else of the Party committee. */
function standingHeadOf(organisation: Organisation, holding: ResolvableHolding): PersonId | null {
  const bodies = ['party_standing_body', 'party_committee'].flatMap((kind) => nearestOfKind(organisation, holding.unitId, kind) ?? [])
  return nearestHead(organisation, bodies, holding.personId)
}

/** The nearest unit of one of these kinds at, beside or above a unit: the units above it, and what stands directly under them. */
export function nearestOfKind({ unitOf }: Organisation, unitId: UnitId, kind: string): ResolvableUnit | undefined {
  const units = [...unitOf.values()]
  const way = lineage(unitOf, unitId)
  for (const above of way) {
    if (above.kind === kind) return above
    const under = units.find((unit) => unit.parentId === above.id && unit.kind === kind)
    if (under !== undefined) return under
  }
  return units.find((unit) => unit.kind === kind && lineage(unitOf, unit.id).at(-1)?.id === way.at(-1)?.id)
}

/** Rank of leadership: head, deputy or none. */
export function leadershipOf(holding: ResolvableHolding): 'head' | 'deputy' | 'none' {
  if (!holding.isLeader) return 'none'
  return holding.role === 'head' ? 'head' : 'deputy'
}

/** A title as its words: « Trưởng Ban Kinh tế – Ngân sách » and « trưởng ban kinh tế - ngân sách » are one. */
function wordsOf(title: string): string {
  return ` ${foldVietnamese(title).split(/[^a-z0-9]+/).filter((word) => word !== '').join(' ')} `
}

/** The first group of the rulebook whose selector fits the post. */
function groupOf(groups: readonly Group[], holding: ResolvableHolding, unit: ResolvableUnit | undefined): Group | undefined {
  return groups.find(
    ({ selector }) =>
      (selector.leadership === null || selector.leadership.includes(leadershipOf(holding))) &&
      (selector.postKinds === null || selector.postKinds.includes(holding.role)) &&
      (selector.unitKinds === null || selector.unitKinds.includes(unit?.kind ?? '')) &&
      (selector.unitLevels === null || selector.unitLevels.includes(unit?.level ?? '')) &&
      (selector.titles === null || selector.titles.some((words) => wordsOf(holding.title).includes(wordsOf(words)))),
  )
}

const publicContactVariant = 'public_contact'

/** Appendix I.2.d: criteria that read differently for posts that deal with the public. */
function variantsOf(rulebook: CompiledRulebook, group: string, publicContact: boolean): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const criterion of criteriaOf(rulebook.criteria, group)) {
    const { variants } = criterion
    if (!variants.some((variant) => variant.id === publicContactVariant)) continue
    const fit = variants.find((variant) => (variant.id === publicContactVariant) === publicContact)
    if (fit !== undefined) chosen[criterion.code] = fit.id
  }
  return chosen
}

/** What was set by hand and survives another resolution. */
export const adjustable = ['group', 'peer_group', 'superior', 'decider', 'variants', 'excluded'] as const
export type Adjustable = (typeof adjustable)[number]

/** A participant as stored, as far as another resolution may touch it. */
export interface StoredParticipant extends ResolvedParticipant {
  readonly adjusted: readonly string[]
}

/** The posts' new answer with what was set by hand kept (điều chỉnh thủ công). */
export function keepAdjusted(resolved: ResolvedParticipant, stored: StoredParticipant | undefined): ResolvedParticipant {
  if (stored === undefined) return resolved
  const kept = (name: Adjustable): boolean => stored.adjusted.includes(name)
  return {
    ...resolved,
    group: kept('group') ? stored.group : resolved.group,
    peerGroup: kept('peer_group') ? stored.peerGroup : resolved.peerGroup,
    superiorId: kept('superior') ? stored.superiorId : resolved.superiorId,
    deciderId: kept('decider') ? stored.deciderId : resolved.deciderId,
    variants: kept('variants') ? stored.variants : resolved.variants,
  }
}

export type ResolutionProblem = 'no_superior' | 'no_decider' | 'no_group'

/** What still stands between a participant and opening; nothing for somebody excluded. */
export function problemsOf(participant: { readonly group: string; readonly superiorId: string | null; readonly deciderId: string | null; readonly excludedReason: string }): ResolutionProblem[] {
  if (participant.excludedReason !== '') return []
  return [
    ...(participant.group === '' ? (['no_group'] as const) : []),
    ...(participant.superiorId === null ? (['no_superior'] as const) : []),
    ...(participant.deciderId === null ? (['no_decider'] as const) : []),
  ]
}
