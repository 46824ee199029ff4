import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import type { RaterFile } from './rater-files.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { checkPoints } from '../../domain/sheet.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from './kinships.ts'
import { kindOrNotFound, loadRaterFiles, requireRating, subjectOf } from './rater-files.ts'

/** Saves one's named points on one subject; of two saves at once the second is told what the first left. */
export const saveRating = command(raterRoutes.saveRating, async ({ params, body, actor, tx, read, now, record }) => {
  const { tenantId } = actor
  const { personId, kind } = params
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  const find = async (): Promise<RaterFile | undefined> => (await loadRaterFiles(read, actor, campaign.id, kind)).find((each) => each.personId === personId)
  const file = await find()
  if (file === undefined) refuse('platform.not-found')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const rater = kindOrNotFound(rulebook, kind, false)
  requireRating(campaign)
  if (file.status !== 'waiting') refuse('evaluation.rating.closed', { status: file.status })
  if ((await relativesOf(read, tenantId, [personId]))(personId, actor.personId ?? personId)) refuse('evaluation.rater.relative', { personId })
  if (file.version !== body.version) refuseChangedRating(file)
  const points = checkPoints(subjectOf(campaign, rulebook, file), rater.id, body.points)
  const saved = await sql<{ version: number }>`insert into evaluation_rating as g (tenant_id, campaign_id, person_id, kind, rater_person_id, points, comment, saved_at)
    values (${tenantId}, ${campaign.id}, ${personId}, ${kind}, ${actor.personId}, ${JSON.stringify(points)}::jsonb, ${body.comment}, ${now})
    on conflict (tenant_id, campaign_id, person_id, kind, rater_person_id) do update set points = excluded.points, comment = excluded.comment,
      saved_at = excluded.saved_at, version = g.version + 1
    where g.version = ${body.version} and g.submitted_at is null
    returning g.version`.execute(tx)
  const [row] = saved.rows
  if (row === undefined) refuseChangedRating((await find()) ?? file)
  record({ action: 'evaluation.rating.saved', subject: { kind: 'participant', id: `${campaign.id}/${personId}` }, data: { kind, version: row.version, criteria: Object.keys(points) } })
  return { version: row.version, savedAt: now.toISOString() }
})

/** Refuses with what is stored now, so that the screen can show both. */
export function refuseChangedRating(file: RaterFile): never {
  return refuse('evaluation.rating.changed', { personId: file.personId, current: { version: file.version, points: file.points, comment: file.comment } })
}
