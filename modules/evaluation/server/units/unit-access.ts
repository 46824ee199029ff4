import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { unitsPublished, unitStandingOf, type UnitStanding } from '../../domain/unit-policy.ts'
import { accessTo, type Access } from '../campaigns/campaign-access.ts'
import { loadUnitFiles, type UnitCampaign, type UnitFile } from './unit-row.ts'

/** What the actor is to a round as a whole. */
export function accessToRound(campaign: UnitCampaign, actor: Actor, read: Reader, today: CalendarDate): Promise<Access> {
  return accessTo({ scopeUnitId: campaign.scopeUnitId, status: unitsPublished(campaign.status) ? 'published' : 'scoring' }, actor, read, today)
}

/** A round with its files and what the actor is to each. */
export interface VisibleRound {
  readonly files: readonly UnitFile[]
  readonly manages: boolean
  readonly standingOf: (file: UnitFile) => UnitStanding
}

/** Reads the round's files, or refuses as not found: known to who manages it, to who has a part in it once open, to colleagues once published. */
export async function visibleRound(campaign: UnitCampaign, actor: Actor, read: Reader, today: CalendarDate): Promise<VisibleRound> {
  const { manages, colleagueUnits } = await accessToRound(campaign, actor, read, today)
  const files = await loadUnitFiles(read, actor.tenantId, campaign.id)
  const standingOf = (file: UnitFile): UnitStanding => unitStandingOf(actor, file, manages, colleagueUnits)
  const concerned = campaign.status !== 'draft' && files.some((file) => hasPart(standingOf(file)))
  if (!manages && !concerned) refuse('platform.not-found')
  return { files, manages, standingOf }
}

function hasPart(standing: UnitStanding): boolean {
  return standing.self || standing.recogniser || standing.colleague
}

/** One file with what the actor is to it, or refuses as not found when they have no part in it. */
export async function visibleUnit(campaign: UnitCampaign, unitId: UnitId, actor: Actor, read: Reader, today: CalendarDate): Promise<VisibleRound & { readonly file: UnitFile; readonly standing: UnitStanding }> {
  const round = await visibleRound(campaign, actor, read, today)
  const file = round.files.find((each) => each.unitId === unitId) ?? refuse('platform.not-found')
  const standing = round.standingOf(file)
  if (!standing.personnel && !hasPart(standing)) refuse('platform.not-found')
  return { ...round, file, standing }
}
