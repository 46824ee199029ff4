import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { pointsMissing } from '../../domain/sheet.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from './kinships.ts'
import { kindOrNotFound, loadRaterFiles, lockRaterFiles, requireRating } from './rater-files.ts'
import { refuseChangedRating } from './save-rating.ts'

/** Sends on one's named points on these subjects, all of them or none; nothing may be blank. */
export const submitRatings = command(raterRoutes.submitRatings, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const { kind } = params
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await lockRaterFiles(tx, actor, campaign.id, kind)
  const files = new Map((await loadRaterFiles(read, actor, campaign.id, kind)).map((file) => [file.personId, file]))
  if (files.size === 0) refuse('platform.not-found')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  kindOrNotFound(rulebook, kind, false)
  requireRating(campaign)
  const people = [...new Set(body.sheets.map((sheet) => sheet.personId))]
  const areRelatives = await relativesOf(read, tenantId, people)
  for (const { personId, version } of body.sheets) {
    const file = files.get(personId)
    if (file === undefined || actor.personId === null) refuse('platform.not-found')
    if (file.status !== 'waiting') refuse('evaluation.rating.closed', { status: file.status })
    if (areRelatives(personId, actor.personId)) refuse('evaluation.rater.relative', { personId })
    if (file.version !== version) refuseChangedRating(file)
    const missing = pointsMissing({ rulebook, group: file.group }, file.points)
    if (missing.length > 0) refuse('evaluation.rating.incomplete', { personId, missing })
  }
  await sql`update evaluation_rating set submitted_at = ${now}, version = version + 1 where tenant_id = ${tenantId} and campaign_id = ${campaign.id}
    and kind = ${kind} and rater_person_id = ${actor.personId} and person_id = any(${people}::uuid[])`.execute(tx)
  await sql`update evaluation_rater set status = 'submitted', submitted_on = ${today}, version = version + 1 where tenant_id = ${tenantId}
    and campaign_id = ${campaign.id} and kind = ${kind} and rater_person_id = ${actor.personId} and person_id = any(${people}::uuid[])`.execute(tx)
  record({ action: 'evaluation.rating.submitted', subject: { kind: 'campaign', id: campaign.id }, data: { kind, people } })
  return { submitted: people.length }
})
