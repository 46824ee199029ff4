import type { PersonId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import type { ResolvableHolding, ResolvableUnit } from './resolution.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import { unitGroup } from './unit-campaign.ts'

interface NamedUnit extends ResolvableUnit {
  readonly name: string
}

/** The organisation on a day, and which part of it is rated. */
export interface UnitResolutionInput {
  readonly units: readonly NamedUnit[]
  readonly holdings: readonly ResolvableHolding[]
  readonly scopeUnitId: UnitId
  readonly rulebook: CompiledRulebook
}

/** An organisation to be rated, who fills in its own sheet and who recognises; null where posts give no answer. */
export interface ResolvedUnit {
  readonly unitId: UnitId
  readonly parentId: UnitId | null
  readonly name: string
  readonly position: number
  readonly depth: number
  readonly group: string
  readonly selfId: PersonId | null
  readonly recogniserId: PersonId | null
  readonly excludedReason: string
}

/** Areas and quarters are not organisations that are rated: our default, changed by hand before opening. */
const notRatedKinds: ReadonlySet<string> = new Set(['province', 'district', 'town', 'commune', 'ward', 'special_zone', 'village'])

/**
 * The organisations of a scope, from the top down (articles 5 and 9): the head fills in the organisation's sheet, the head
 * of the nearest unit above recognises. Two heads of one unit are for a person to choose between.
 */
export function resolveUnits({ units, holdings, scopeUnitId, rulebook }: UnitResolutionInput): ResolvedUnit[] {
  const tree = new Map(units.map((unit) => [unit.id, unit]))
  const heads = new Map<UnitId, Set<PersonId>>()
  const staffed = new Set<UnitId>()
  for (const holding of holdings) {
    staffed.add(holding.unitId)
    if (holding.role === 'head') heads.set(holding.unitId, (heads.get(holding.unitId) ?? new Set()).add(holding.personId))
  }
  const headOf = (unitId: UnitId): PersonId | null | undefined => {
    const people = heads.get(unitId)
    return people === undefined ? undefined : people.size === 1 ? ([...people][0] ?? null) : null
  }
  const found: ResolvedUnit[] = []
  for (const unit of units) {
    const above = lineage(tree, unit.id)
    const depth = above.findIndex((each) => each.id === scopeUnitId)
    if (depth === -1) continue
    const selfId = headOf(unit.id) ?? null
    found.push({
      unitId: unit.id,
      parentId: depth === 0 ? null : unit.parentId,
      name: unit.name,
      position: 0,
      depth,
      group: unitGroup(rulebook, unit.kind)?.id ?? '',
      selfId,
      recogniserId: nearest(above.slice(1).map((each) => headOf(each.id)), selfId),
      excludedReason: leftOut(unit, staffed),
    })
  }
  return inTreeOrder(found)
}

function nearest(heads: readonly (PersonId | null | undefined)[], self: PersonId | null): PersonId | null {
  return heads.find((head) => head !== undefined && (head === null || head !== self)) ?? null
}

function leftOut(unit: NamedUnit, staffed: ReadonlySet<UnitId>): string {
  if (notRatedKinds.has(unit.kind)) return 'Địa bàn, không phải tổ chức được đánh giá'
  return staffed.has(unit.id) ? '' : 'Không có ai giữ vị trí trong đơn vị vào ngày xác định'
}

/** Each organisation followed by those below it. */
function inTreeOrder(units: readonly ResolvedUnit[]): ResolvedUnit[] {
  const ordered: ResolvedUnit[] = []
  const place = (unit: ResolvedUnit): void => {
    ordered.push({ ...unit, position: ordered.length })
    for (const below of units) if (below.parentId === unit.unitId) place(below)
  }
  for (const unit of units) if (unit.parentId === null) place(unit)
  return ordered
}

/** What was set by hand and survives another resolution. */
export const unitAdjustable = ['self', 'recogniser', 'excluded'] as const
export type UnitAdjustable = (typeof unitAdjustable)[number]

export const unitProblems = ['no_self', 'no_recogniser', 'no_group'] as const
export type UnitProblem = (typeof unitProblems)[number]

/** What still stands between an organisation and opening; nothing for one left out. */
export function unitProblemsOf(unit: { readonly group: string; readonly selfId: string | null; readonly recogniserId: string | null; readonly excludedReason: string }): UnitProblem[] {
  if (unit.excludedReason !== '') return []
  return [
    ...(unit.group === '' ? (['no_group'] as const) : []),
    ...(unit.selfId === null ? (['no_self'] as const) : []),
    ...(unit.recogniserId === null ? (['no_recogniser'] as const) : []),
  ]
}
