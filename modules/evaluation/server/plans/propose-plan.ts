import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { planRoutes } from '../../contract/plan-routes.ts'
import { planTransitions } from '../../domain/plan-status.ts'
import { canonicalPlan, planFaults } from '../../domain/plan.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import { holdPlan } from './plan-row.ts'

/** Proposes what is settled before scoring (đề xuất điểm tối đa của trục): complete and within the limits of the rulebook, or not at all. */
export const proposePlan = command(planRoutes.proposePlan, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { campaign, participant, rulebook, asked } = await holdPlan(tx, read, actor, params, 'propose', body.version, today)
  const subject = { rulebook, settings: engineSettings(campaign.settings), group: participant.group, variants: participant.variants }
  const { problems, missing } = planFaults(subject, asked, body.rows)
  if (problems.length > 0) refuse('evaluation.sheet.bad-points', { problems })
  if (missing.length > 0) refuse('evaluation.plan.incomplete', { missing })
  const entries = canonicalPlan(asked, body.rows)
  const version = body.version + 1
  const status = planTransitions.propose.to
  await sql`insert into evaluation_plan (tenant_id, campaign_id, person_id, entries, status, proposed_by, proposed_at, version)
    values (${actor.tenantId}, ${campaign.id}, ${params.personId}, ${JSON.stringify(entries)}::jsonb, ${status}, ${actor.personId}, ${now}, ${version})
    on conflict (tenant_id, campaign_id, person_id) do update set entries = excluded.entries, status = excluded.status, proposed_by = excluded.proposed_by,
      proposed_at = excluded.proposed_at, settled_by = null, settled_at = null, reason = '', version = excluded.version`.execute(tx)
  record({ action: 'evaluation.plan.proposed', subject: { kind: 'participant', id: `${campaign.id}/${params.personId}` }, data: { version, entries } })
  return { version, status }
})
