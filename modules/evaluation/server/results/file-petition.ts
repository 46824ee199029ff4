import { vietnameseDay } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { answerDue, filingUntil } from '../../domain/petition.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { lockResult } from './result-record.ts'

/** The person scored petitions (kiến nghị, article 22); the answer is due within 7 working days of receipt. */
export const filePetition = command(resultRoutes.filePetition, async ({ params, body, actor, tx, read, now, today, calendar, newId, record }) => {
  const { tenantId } = actor
  const result = await lockResult(tx, read, tenantId, params.resultId)
  if (actor.personId !== result.personId || result.publishedAt === null) refuse('platform.not-found')
  const campaign = await holdCampaign(tx, read, tenantId, result.campaignId)
  if (result.replacedBy !== null) refuse('evaluation.petition.replaced', { resultId: result.replacedBy })
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const until = filingUntil(vietnameseDay(result.publishedAt), rulebook, campaign.settings, calendar)
  if (campaign.status !== 'published' || today > until) refuse('evaluation.petition.too-late', { until, status: campaign.status })
  const open = await read.selectFrom('evaluation_petition').where('tenant_id', '=', tenantId).where('result_id', '=', result.id).where('status', '=', 'open').select('id').executeTakeFirst()
  if (open !== undefined) refuse('evaluation.petition.already-open', { petitionId: open.id })
  const petitionId = newId<'petition'>()
  const dueOn = answerDue(today, rulebook, calendar)
  await tx
    .insertInto('evaluation_petition')
    .values({ tenant_id: tenantId, id: petitionId, result_id: result.id, campaign_id: campaign.id, person_id: result.personId, text: body.text, filed_at: now, due_on: dueOn, status: 'open' })
    .execute()
  record({ action: 'evaluation.petition.filed', subject: { kind: 'petition', id: petitionId }, data: { resultId: result.id, dueOn } })
  return { petitionId, dueOn }
})
