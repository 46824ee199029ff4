import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { CampaignStatus } from '../../domain/campaign.ts'
import { tasksClosedIn } from '../../domain/task-decisions.ts'

/**
 * Refuses a change of tasks of these people in a month whose campaign is compiled, being decided, published or closed.
 * A year is rated from its months (article 20) and closes no tasks. The campaigns are locked against compiling until the change is committed, so that nothing slips in after.
 */
export async function requirePeriodOpen(tx: Tx<'evaluation'>, tenantId: TenantId, people: readonly PersonId[], month: CalendarDate): Promise<void> {
  const rows = await tx
    .selectFrom('evaluation_campaign as c')
    .innerJoin('evaluation_participant as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.campaign_id', '=', 'c.id'))
    .where('c.tenant_id', '=', tenantId)
    .where('x.person_id', 'in', [...people])
    .where('x.excluded_reason', '=', '')
    .where('c.period_kind', '<>', 'year')
    .where('c.period_from', '<=', month)
    .where('c.period_to', '>', month)
    .where('c.status', '<>', 'cancelled')
    .select(['c.id', 'c.name', 'c.status', 'x.person_id'])
    .orderBy('c.id')
    .orderBy('x.person_id')
    .forShare('c')
    .execute()
  const closed = rows.filter((row) => tasksClosedIn.includes(row.status as CampaignStatus))
  const first = closed[0]
  if (first === undefined) return
  refuse('evaluation.task.period-closed', { month, campaignId: first.id, campaignName: first.name, status: first.status, personIds: closed.map((row) => row.person_id) })
}
