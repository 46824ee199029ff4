import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { planRoutes } from '../../contract/plan-routes.ts'
import { planTransitions } from '../../domain/plan-status.ts'
import { holdPlan } from './plan-row.ts'

/** Approves what was proposed, or sends it back with the reason (phê duyệt, trả lại). Nobody settles a plan of their own. */
export const settlePlan = command(planRoutes.settlePlan, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { campaign, plan } = await holdPlan(tx, read, actor, params, body.act, body.version, today)
  if (body.act === 'return' && body.reason === '') refuse('evaluation.plan.reason-needed', {})
  const status = planTransitions[body.act].to
  const version = body.version + 1
  await tx
    .updateTable('evaluation_plan')
    .set({ status, settled_by: actor.personId, settled_at: now, reason: body.act === 'return' ? body.reason : '', version })
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', params.personId)
    .execute()
  record({ action: `evaluation.plan.${status}`, subject: { kind: 'participant', id: `${campaign.id}/${params.personId}` }, data: { version, entries: plan.entries, hasReason: body.reason !== '' } })
  return { version, status }
})
