import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { PaperHeading } from '../../domain/meeting.ts'
import { nearestOfKind, usingBodyKinds } from '../../domain/resolution.ts'
import type { FormIssuer } from '../documents/form-inputs.ts'

/** Kinds of units that are a place rather than a body. */
export const territories: ReadonlySet<string> = new Set(['province', 'district', 'town', 'commune', 'ward', 'special_zone'])

/** Who issues a paper on a unit, and where. */
export interface IssuingBodies {
  /** The two lines at the top left: the body and the unit within it; under the Party's heading its committee and who acts for it. */
  issuerOf(unitId: UnitId, heading?: PaperHeading): FormIssuer
  /** Place of the dateline, from the territory the unit lies in; null when the tree does not say. */
  placeOf(unitId: UnitId): string | null
}

/** Reads the tree of a day for the heads of papers. */
export async function loadIssuingBodies(read: Reader, tenantId: TenantId, on: CalendarDate): Promise<IssuingBodies> {
  const units = new Map((await unitTreeAsOf(read, tenantId, on)).map((unit) => [unit.id, unit]))
  const nameOf = (unit: { readonly id: UnitId } | undefined): string | null => (unit === undefined ? null : (units.get(unit.id)?.name ?? null))
  const ofState = (unitId: UnitId): FormIssuer => {
    const [own, ...above] = lineage(units, unitId)
    const body = above.find((unit) => usingBodyKinds.has(unit.kind) && !territories.has(unit.kind))
    const isBody = own !== undefined && usingBodyKinds.has(own.kind)
    return { superiorBody: isBody ? null : (body?.name ?? null), issuingBody: own?.name ?? '' }
  }
  const ofParty = (unitId: UnitId): FormIssuer => {
    const organisation = { unitOf: units, heads: new Map() }
    const committee = nameOf(nearestOfKind(organisation, unitId, 'party_committee'))
    if (committee === null) return ofState(unitId)
    const standing = nameOf(nearestOfKind(organisation, unitId, 'party_standing_body'))
    return standing === null ? { superiorBody: null, issuingBody: committee } : { superiorBody: committee, issuingBody: standing }
  }
  return {
    issuerOf: (unitId, heading = 'state') => (heading === 'party' ? ofParty(unitId) : ofState(unitId)),
    placeOf: (unitId) => lineage(units, unitId).find((unit) => territories.has(unit.kind))?.shortName ?? null,
  }
}
