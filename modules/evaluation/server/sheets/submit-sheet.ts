import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { listState } from '../../domain/check-lists.ts'
import type { ScoredTask } from '../../domain/scored-task.ts'
import { participantTransitions } from '../../domain/participant.ts'
import { asksSuperior } from '../../domain/raters.ts'
import { missingFrom } from '../../domain/sheet.ts'
import { listsAskedOf, withPlan } from '../../domain/sheet-lists.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { askedPlan, loadPlans, openPlan } from '../plans/plan-row.ts'
import { relativesOf } from '../raters/kinships.ts'
import { loadScoredTasks } from '../results/scored-tasks.ts'
import { loadSheetFile, refuseChanged, requireOwnOpenSheet, sheetSubject } from './sheet-file.ts'

const acts = { self: 'submit_self', superior: 'submit_superior' } as const

/** Sends one's sheet on: the subject to the superior, the superior to the personnel body. Nothing may be blank. */
export const submitSheet = command(sheetRoutes.submitSheet, async ({ params, body, actor, tx, read, now, record }) => {
  const { campaignId, personId, rater } = params
  const { tenantId } = actor
  const campaign = await holdCampaign(tx, read, tenantId, campaignId)
  await lockParticipant(tx, read, tenantId, campaignId, personId)
  const file = await loadSheetFile(read, actor, campaignId, personId, rater)
  requireOwnOpenSheet(actor, personId, rater, file)
  if ((file.sheet?.version ?? 0) !== body.version) refuseChanged(file.sheet)
  // Declared since the superior was found: another one is to be named.
  if (rater === 'superior' && actor.personId !== null && (await relativesOf(read, tenantId, [personId]))(personId, actor.personId)) refuse('evaluation.rater.relative', { personId })
  const subject = await sheetSubject(read, actor, file)
  const content = file.sheet ?? { points: {}, judgements: {}, lists: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }
  const tasks = listsAskedOf(subject.rulebook, subject.group, rater).some((list) => list.kind === 'tasks') ? await loadScoredTasks(read, tenantId, campaign, [personId]) : new Map<PersonId, ScoredTask[]>()
  const plan = askedPlan(subject.rulebook, subject.group, campaign) === null ? null : ((await loadPlans(read, tenantId, campaignId, [personId])).get(personId) ?? openPlan)
  if (plan !== null && plan.status !== 'approved') refuse('evaluation.plan.not-approved', { status: plan.status })
  const lists = listState(subject, rater, plan === null ? content.lists : withPlan(content.lists, plan.entries), tasks.get(personId) ?? [])
  const missing = [...missingFrom(subject, rater, content), ...lists.missing]
  if (missing.length > 0) refuse('evaluation.sheet.incomplete', { missing })
  if (lists.limits.length > 0) refuse('evaluation.sheet.bad-points', { problems: lists.limits.map(({ code, found, message }) => ({ code, found, expected: message })) })
  const version = body.version + 1
  if (file.sheet === null) {
    await tx
      .insertInto('evaluation_sheet')
      .values({ tenant_id: tenantId, campaign_id: campaignId, person_id: personId, rater, rater_person_id: String(actor.personId), saved_at: now, submitted_at: now, version })
      .execute()
  } else {
    await tx
      .updateTable('evaluation_sheet')
      .set({ submitted_at: now, version })
      .where('tenant_id', '=', tenantId)
      .where('campaign_id', '=', campaignId)
      .where('person_id', '=', personId)
      .where('rater', '=', rater)
      .execute()
  }
  const act = rater === 'self' && !asksSuperior(subject.rulebook, subject.group) ? 'submit_self_alone' : acts[rater]
  const status = participantTransitions[act].to
  await tx
    .updateTable('evaluation_participant')
    .set((column) => ({ status, version: column('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', personId)
    .execute()
  record({ action: 'evaluation.sheet.submitted', subject: { kind: 'participant', id: `${campaignId}/${personId}` }, data: { rater, version } })
  return { version, status }
})
