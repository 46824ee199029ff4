import { sql } from 'kysely'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { KindScores } from '../../domain/compute.ts'
import { kindsOf } from '../../domain/raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

function unnamedKinds(rulebook: CompiledRulebook): string[] {
  return kindsOf(rulebook).flatMap((rater) => (rater.anonymous ? [rater.id] : []))
}

/**
 * Makes the empty tallies of a campaign that opens: one for every subject and unnamed kind somebody rates as. Where there
 * are fewer than the mean needs nobody is asked: it would never be formed, and a tally of one is that one's points.
 */
export async function openTallies(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook): Promise<void> {
  const kinds = unnamedKinds(rulebook)
  if (kinds.length === 0) return
  for (const rater of kindsOf(rulebook).filter((each) => each.anonymous)) {
    await sql`update evaluation_rater as t set status = 'excused', reason = ${`Chưa đủ ${rater.atLeast} người chấm kín`}, version = t.version + 1
      where t.tenant_id = ${tenantId} and t.campaign_id = ${campaign.id} and t.kind = ${rater.id} and t.status = 'waiting'
        and (select count(*) from evaluation_rater o where o.tenant_id = ${tenantId} and o.campaign_id = t.campaign_id and o.person_id = t.person_id
          and o.kind = t.kind and o.status = 'waiting') < ${rater.atLeast}`.execute(tx)
  }
  await sql`insert into evaluation_tally (tenant_id, campaign_id, person_id, kind)
    select distinct r.tenant_id, r.campaign_id, r.person_id, r.kind from evaluation_rater r
    where r.tenant_id = ${tenantId} and r.campaign_id = ${campaign.id} and r.kind = any(${kinds}::text[])
    on conflict do nothing`.execute(tx)
}

/** Ends unnamed rating for ever: from here on means are shown, and a later sheet could be told from them. */
export async function closeTallies(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign): Promise<void> {
  await sql`update evaluation_tally set closed = true, version = version + 1 where tenant_id = ${tenantId} and campaign_id = ${campaign.id} and not closed`.execute(tx)
}

/**
 * What the further kinds of rater gave these people: sent sheets of named raters; of unnamed ones count and sums, once
 * rating has ended. Before that nobody reads a tally, this program neither.
 */
export async function loadOthers(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, people: readonly PersonId[]): Promise<Map<PersonId, Map<string, KindScores>>> {
  const found = new Map<PersonId, Map<string, KindScores>>()
  if (people.length === 0 || kindsOf(rulebook).length === 0) return found
  const of = (person: string): Map<string, KindScores> => {
    const kinds = found.get(person as PersonId) ?? new Map<string, KindScores>()
    found.set(person as PersonId, kinds)
    return kinds
  }
  const ratings = await read
    .selectFrom('evaluation_rating as g')
    .innerJoin('evaluation_rater as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.campaign_id', '=', 'g.campaign_id').onRef('r.person_id', '=', 'g.person_id').onRef('r.kind', '=', 'g.kind').onRef('r.rater_person_id', '=', 'g.rater_person_id'),
    )
    .where('g.tenant_id', '=', tenantId)
    .where('g.campaign_id', '=', campaign.id)
    .where('g.person_id', 'in', [...people])
    .where('r.status', '=', 'submitted')
    .select(['g.person_id', 'g.kind', 'g.points'])
    .orderBy('g.person_id')
    .orderBy('g.kind')
    .orderBy('g.rater_person_id')
    .execute()
  for (const row of ratings) {
    const kinds = of(row.person_id)
    const before = kinds.get(row.kind)
    kinds.set(row.kind, { sheets: [...(before !== undefined && 'sheets' in before ? before.sheets : []), row.points as Record<string, string>] })
  }
  const tallies = await read
    .selectFrom('evaluation_tally')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', 'in', [...people])
    .where('closed', '=', true)
    .select(['person_id', 'kind', 'count', 'sums'])
    .execute()
  for (const row of tallies) of(row.person_id).set(row.kind, { count: row.count, sums: row.sums as Record<string, string> })
  return found
}
