import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import type { CheckedSheet } from './check-file.ts'

/**
 * Writes checked sheets, each only over the version it was checked against; one that moved meanwhile refuses them all. What
 * a workbook has no column for is in the checked content as it was.
 */
export async function storeSheets(tx: Tx<'evaluation'>, actor: Actor, campaign: Campaign, sheets: readonly CheckedSheet[], now: Date): Promise<void> {
  for (const { personId, rater, version, content } of sheets) {
    if (content === null) continue
    const { points, judgements, lists, strengths, weaknesses, comment, proposedLevel } = content
    const saved = await sql<{ version: number }>`insert into evaluation_sheet as s
      (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, lists, strengths, weaknesses, comment, proposed_level, saved_at, version)
    values (${actor.tenantId}, ${campaign.id}, ${personId}, ${rater}, ${actor.personId}, ${JSON.stringify(points)}::jsonb, ${JSON.stringify(judgements)}::jsonb, ${JSON.stringify(lists)}::jsonb,
      ${strengths}, ${weaknesses}, ${comment}, ${proposedLevel}, ${now}, 1)
    on conflict (tenant_id, campaign_id, person_id, rater) do update set rater_person_id = excluded.rater_person_id, points = excluded.points, judgements = excluded.judgements, lists = excluded.lists,
      strengths = excluded.strengths, weaknesses = excluded.weaknesses, comment = excluded.comment, proposed_level = excluded.proposed_level,
      saved_at = excluded.saved_at, version = s.version + 1
    where s.version = ${version} and s.submitted_at is null
    returning s.version`.execute(tx)
    if (saved.rows[0]?.version !== version + 1) refuse('evaluation.sheet-file.changed', { personId })
  }
}
