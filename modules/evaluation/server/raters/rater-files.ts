import type { CampaignId, PersonId, UnitId } from '#kernel/id.ts'
import type { Actor } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { RaterStatus } from '../../domain/rater.ts'
import { kindsOf } from '../../domain/raters.ts'
import type { CompiledRulebook, Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetSubject } from '../../domain/sheet-content.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'

/** One subject the actor rates as one kind of rater, with the named sheet as stored. */
export interface RaterFile {
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly title: string
  readonly group: string
  readonly variants: Readonly<Record<string, string>>
  readonly status: RaterStatus
  readonly version: number
  readonly points: Readonly<Record<string, string>>
  readonly comment: string
}

/** Everybody the actor rates as this kind in this campaign, in the order of their names; nobody left out of it. */
export async function loadRaterFiles(read: Reader, actor: Actor, campaignId: CampaignId, kind: string): Promise<RaterFile[]> {
  const { tenantId, personId: me } = actor
  if (me === null) return []
  const rows = await read
    .selectFrom('evaluation_rater as r')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .leftJoin('evaluation_rating as g', (join) =>
      join.on('g.tenant_id', '=', tenantId).onRef('g.campaign_id', '=', 'r.campaign_id').onRef('g.person_id', '=', 'r.person_id').onRef('g.kind', '=', 'r.kind').onRef('g.rater_person_id', '=', 'r.rater_person_id'),
    )
    .where('r.tenant_id', '=', tenantId)
    .where('r.campaign_id', '=', campaignId)
    .where('r.kind', '=', kind)
    .where('r.rater_person_id', '=', me)
    .where('p.excluded_reason', '=', '')
    .select(['r.person_id', 'p.unit_id', 'p.title', 'p.subject_group', 'p.variants', 'r.status', 'g.version', 'g.points', 'g.comment'])
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    unitId: row.unit_id as UnitId,
    title: row.title,
    group: row.subject_group,
    variants: row.variants as Record<string, string>,
    status: row.status as RaterStatus,
    version: row.version ?? 0,
    points: (row.points ?? {}) as Record<string, string>,
    comment: row.comment ?? '',
  }))
}

/** Locks the actor's own rows of a kind, so that two submissions at once follow one another. */
export async function lockRaterFiles(tx: Tx<'evaluation'>, actor: Actor, campaignId: CampaignId, kind: string): Promise<void> {
  await tx
    .selectFrom('evaluation_rater')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', kind)
    .where('rater_person_id', '=', actor.personId)
    .select('person_id')
    .orderBy('person_id')
    .forNoKeyUpdate()
    .execute()
}

/** The kind of rater as the rulebook has it, named or not as the caller expects; else not found. */
export function kindOrNotFound(rulebook: CompiledRulebook, kind: string, anonymous?: boolean): Rater {
  const rater = kindsOf(rulebook).find((each) => each.id === kind)
  return rater === undefined || (anonymous !== undefined && rater.anonymous !== anonymous) ? refuse('platform.not-found') : rater
}

/** The rules one subject's points are checked by. */
export function subjectOf(campaign: Campaign, rulebook: CompiledRulebook, file: RaterFile): SheetSubject {
  return { rulebook, settings: engineSettings(campaign.settings), group: file.group, variants: file.variants, scoresPoints: true }
}

/** Refuses unless the campaign takes ratings now; a draft is not known to raters. */
export function requireRating(campaign: Campaign): void {
  if (campaign.status === 'draft') refuse('platform.not-found')
  if (campaign.status !== 'scoring') refuse('evaluation.rating.closed', { status: campaign.status })
}
