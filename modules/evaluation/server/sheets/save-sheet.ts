import { sql } from 'kysely'
import type { LedgerFact } from '#platform/audit/ledger.ts'
import type { ParamsOf } from '#platform/contract/route.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { checkContent } from '../../domain/sheet.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { rememberedFile, rememberFile } from './remembered-files.ts'
import { loadSheetFile, refuseChanged, requireOwnOpenSheet, sheetSubject } from './sheet-file.ts'

/**
 * Saves one's own sheet: one read, one write and the ledger. The version is compared by the write itself, so that of two
 * saves at once the second is told what the first left. A file this process saved before is guessed to be as it was, and
 * the write alone is sent, comparing the versions of campaign and participant too.
 */
export const saveSheet = command(
  sheetRoutes.saveSheet,
  async ({ params, body, actor, tx, read, now, record }) => {
    const { campaignId, personId, rater } = params
    const file = await loadSheetFile(read, actor, campaignId, personId, rater)
    requireOwnOpenSheet(actor, personId, rater, file)
    if ((file.sheet?.version ?? 0) !== body.version) refuseChanged(file.sheet)
    const subject = await sheetSubject(read, actor, file)
    const content = checkContent(subject, rater, { ...body, lists: body.lists ?? file.sheet?.lists ?? {} })
    const saved = await sql<{ version: number }>`insert into evaluation_sheet as s
      (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, lists, strengths, weaknesses, comment, proposed_level, saved_at, version)
    values (${actor.tenantId}, ${campaignId}, ${personId}, ${rater}, ${actor.personId}, ${JSON.stringify(content.points)}::jsonb, ${JSON.stringify(content.judgements)}::jsonb,
      ${JSON.stringify(content.lists)}::jsonb, ${content.strengths}, ${content.weaknesses}, ${content.comment}, ${content.proposedLevel}, ${now}, 1)
    on conflict (tenant_id, campaign_id, person_id, rater) do update set rater_person_id = excluded.rater_person_id, points = excluded.points, judgements = excluded.judgements, lists = excluded.lists,
      strengths = excluded.strengths, weaknesses = excluded.weaknesses, comment = excluded.comment, proposed_level = excluded.proposed_level,
      saved_at = excluded.saved_at, version = s.version + 1
    where s.version = ${body.version} and s.submitted_at is null
    returning s.version`.execute(tx)
    const row = saved.rows[0]
    if (row === undefined) refuseChanged((await loadSheetFile(read, actor, campaignId, personId, rater)).sheet)
    rememberFile(actor, campaignId, personId, { file, subject })
    record(factOf(params, row.version, content))
    return { version: row.version, savedAt: now.toISOString() }
  },
  ({ params, body, actor, now }) => {
    const known = rememberedFile(actor, params.campaignId, params.personId)
    // Lists left out are those on the sheet: what it holds by now is not known without a look.
    if (known === undefined || body.version === 0 || body.lists === undefined) return undefined
    const { file, subject } = known
    const { lists } = body
    requireOwnOpenSheet(actor, params.personId, params.rater, file)
    const content = checkContent(subject, params.rater, { ...body, lists })
    const version = body.version + 1
    return {
      write: {
        text: saveAgain,
        values: [
          actor.tenantId, params.campaignId, params.personId, params.rater, body.version, file.participantVersion, file.campaignVersion, actor.personId, JSON.stringify(content.points),
          JSON.stringify(content.judgements), content.strengths, content.weaknesses, content.comment, content.proposedLevel, now, version,
          JSON.stringify(content.lists),
        ],
      },
      fact: factOf(params, version, content),
      reply: { version, savedAt: now.toISOString() },
    }
  },
)

/** Saves a sheet that is there, unless it, the participant or the campaign is not what it was. */
const saveAgain = `update evaluation_sheet as s set rater_person_id = $8, points = $9::jsonb, judgements = $10::jsonb, strengths = $11, weaknesses = $12, comment = $13,
    proposed_level = $14, saved_at = $15, version = $16, lists = $17::jsonb
  from evaluation_participant as p join evaluation_campaign as c on c.tenant_id = $1 and c.id = $2 and c.version = $7
  where s.tenant_id = $1 and s.campaign_id = $2 and s.person_id = $3 and s.rater = $4 and s.version = $5 and s.submitted_at is null
    and p.tenant_id = $1 and p.campaign_id = $2 and p.person_id = $3 and p.version = $6
  returning s.version`

function factOf({ campaignId, personId, rater }: ParamsOf<typeof sheetRoutes.saveSheet>, version: number, content: SheetContent): LedgerFact {
  return { action: 'evaluation.sheet.saved', subject: { kind: 'participant', id: `${campaignId}/${personId}` }, data: { rater, version, scored: Object.keys(content.points).length } }
}
