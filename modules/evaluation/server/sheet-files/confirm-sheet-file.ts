import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { takesPart } from '../campaigns/campaign-access.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { keptFile } from '../keep-file.ts'
import { checkFile } from './check-file.ts'
import { storeSheets } from './store-sheets.ts'

/** Stores the sheets the rater named, all or nothing: judged again as things stand now, each only over the version she was shown. */
export const confirmSheetFile = command(sheetFileRoutes.confirmSheetFile, async ({ params, body, actor, tx, read, files, now, record }) => {
  const campaign = await holdCampaign(tx, read, actor.tenantId, params.campaignId)
  if (!(await takesPart(read, actor, campaign))) refuse('platform.not-found')
  const bytes = (await keptFile({ read, files, tenantId: actor.tenantId }, params.importId)) ?? refuse('evaluation.import.gone')
  // One order for all, so that two imports at once cannot wait for each other.
  for (const personId of [...new Set(body.sheets.map((sheet) => sheet.personId))].toSorted()) await lockParticipant(tx, read, actor.tenantId, campaign.id, personId)
  const checked = await checkFile(read, actor, campaign, bytes)
  if (checked.problems.length > 0) refuse('evaluation.import.faulty', { count: checked.problems.length })
  const asked = body.sheets.map(({ personId, rater, version }) => {
    const found = checked.sheets.find((sheet) => sheet.personId === personId && sheet.rater === rater)
    return found === undefined || found.content === null || found.version !== version ? refuse('evaluation.sheet-file.changed', { personId }) : found
  })
  await storeSheets(tx, actor, campaign, asked, now)
  record({
    action: 'evaluation.sheet-file.imported',
    subject: { kind: 'campaign', id: campaign.id },
    data: { importId: params.importId, sheets: asked.map((sheet) => ({ personId: sheet.personId, rater: sheet.rater, version: sheet.version + 1, changed: sheet.changes.length })) },
  })
  return { stored: asked.length }
})
