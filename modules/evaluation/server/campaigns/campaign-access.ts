import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { isPublished, managesCampaign } from '../../domain/policy.ts'
import { usingBodyKinds } from '../../domain/resolution.ts'
import type { Campaign } from './campaign-row.ts'

/** What the actor is to a campaign as a whole. */
export interface Access {
  readonly manages: boolean
  /** Units of the body the actor works in, when levels are public there. */
  readonly colleagueUnits: ReadonlySet<UnitId>
}

/** Reads the actor's place in the organisation, as little of it as the answer needs. */
export async function accessTo(campaign: Pick<Campaign, 'scopeUnitId' | 'status'>, actor: Actor, read: Reader, today: CalendarDate): Promise<Access> {
  const scope = scopeOf(actor, 'evaluation:manage')
  if (scope === null) return { manages: true, colleagueUnits: new Set() }
  const needsTree = scope.length > 0 || (isPublished(campaign.status) && actor.posts.length > 0)
  if (!needsTree) return { manages: false, colleagueUnits: new Set() }
  const units = await unitTreeAsOf(read, actor.tenantId, today)
  const above = new Map(units.map((unit) => [unit.id, unit]))
  const lineageOf = (from: UnitId): UnitId[] => lineage(above, from).map((unit) => unit.id)
  const manages = managesCampaign(actor, lineageOf(campaign.scopeUnitId))
  if (manages || !isPublished(campaign.status)) return { manages, colleagueUnits: new Set() }
  const bodies = new Set(actor.posts.flatMap((post) => lineageOf(post.unitId).find((id) => usingBodyKinds.has(above.get(id)?.kind ?? '')) ?? post.unitId))
  return { manages, colleagueUnits: new Set(units.filter((unit) => lineageOf(unit.id).some((id) => bodies.has(id))).map((unit) => unit.id)) }
}

/** Refuses as not found unless the actor manages the campaign. */
export async function requireManages(campaign: Campaign, actor: Actor, read: Reader, today: CalendarDate): Promise<void> {
  const { manages } = await accessTo(campaign, actor, read, today)
  if (!manages) refuse('platform.not-found')
}

/** Whether the actor has any file in the campaign: is scored in it, scores or decides. */
export async function takesPart(read: Reader, actor: Actor, campaign: Campaign): Promise<boolean> {
  if (actor.personId === null) return false
  const me: PersonId = actor.personId
  const row = await read
    .selectFrom('evaluation_participant')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .where((where) => where.or([where('person_id', '=', me), where('superior_id', '=', me), where('decider_id', '=', me)]))
    .select('person_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined && campaign.status !== 'draft'
}

/** The campaign is known to who manages it, to who takes part once it is open, and to colleagues once published. */
export async function requireVisible(campaign: Campaign, actor: Actor, read: Reader, today: CalendarDate): Promise<Access> {
  const access = await accessTo(campaign, actor, read, today)
  if (access.manages || (await takesPart(read, actor, campaign))) return access
  const seen = access.colleagueUnits.size > 0 && (await hasFilesIn(read, actor, campaign, [...access.colleagueUnits]))
  return seen ? access : refuse('platform.not-found')
}

async function hasFilesIn(read: Reader, actor: Actor, campaign: Campaign, units: readonly UnitId[]): Promise<boolean> {
  const row = await read
    .selectFrom('evaluation_participant')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', 'in', [...units])
    .select('person_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
