import { sql } from 'kysely'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { checkContent } from '../../domain/sheet.ts'
import { loadSheetFile, refuseChanged, requireOwnOpenSheet, sheetSubject } from './sheet-file.ts'

/**
 * Saves one's own sheet: one read, one write and the ledger. The version is compared by the write itself, so that of two
 * saves at once the second is told what the first left.
 */
export const saveSheet = command(sheetRoutes.saveSheet, async ({ params, body, actor, tx, read, now, record }) => {
  const { campaignId, personId, rater } = params
  const file = await loadSheetFile(read, actor, campaignId, personId, rater)
  requireOwnOpenSheet(actor, personId, rater, file)
  if ((file.sheet?.version ?? 0) !== body.version) refuseChanged(file.sheet)
  const content = checkContent(await sheetSubject(read, actor, file), rater, body)
  const saved = await sql<{ version: number }>`insert into evaluation_sheet as s
      (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, strengths, weaknesses, comment, proposed_level, saved_at, version)
    values (${actor.tenantId}, ${campaignId}, ${personId}, ${rater}, ${actor.personId}, ${JSON.stringify(content.points)}::jsonb, ${JSON.stringify(content.judgements)}::jsonb,
      ${content.strengths}, ${content.weaknesses}, ${content.comment}, ${content.proposedLevel}, ${now}, 1)
    on conflict (tenant_id, campaign_id, person_id, rater) do update set rater_person_id = excluded.rater_person_id, points = excluded.points, judgements = excluded.judgements,
      strengths = excluded.strengths, weaknesses = excluded.weaknesses, comment = excluded.comment, proposed_level = excluded.proposed_level,
      saved_at = excluded.saved_at, version = s.version + 1
    where s.version = ${body.version} and s.submitted_at is null
    returning s.version`.execute(tx)
  const row = saved.rows[0]
  if (row === undefined) refuseChanged((await loadSheetFile(read, actor, campaignId, personId, rater)).sheet)
  record({ action: 'evaluation.sheet.saved', subject: { kind: 'participant', id: `${campaignId}/${personId}` }, data: { rater, version: row.version, scored: Object.keys(content.points).length } })
  return { version: row.version, savedAt: now.toISOString() }
})
