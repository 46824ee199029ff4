import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScoredTask } from '../../domain/scored-task.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

/** The tasks of a campaign's period that count, by person. */
export async function loadScoredTasks(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, ScoredTask[]>> {
  const rows = await read
    .selectFrom('evaluation_task as t')
    .leftJoin('evaluation_product as q', (join) => join.on('q.tenant_id', '=', tenantId).onRef('q.id', '=', 't.product_id'))
    .where('t.tenant_id', '=', tenantId)
    .where('t.person_id', 'in', [...people])
    .where('t.month', '>=', campaign.period.from)
    .where('t.month', '<=', campaign.period.to)
    .where('t.status', 'not in', ['proposed', 'cancelled'])
    .select([
      't.id', 't.person_id', 't.title', 'q.code', 't.coefficient', 't.origin', 't.status', 't.assigned', 't.completed', 't.quality_faults',
      't.late_events', 't.quality_excused', 't.late_excused',
    ])
    .orderBy('t.person_id')
    .orderBy('t.month')
    .orderBy('t.id')
    .execute()
  const tasks = new Map<PersonId, ScoredTask[]>()
  for (const row of rows) {
    const person = row.person_id as PersonId
    const list = tasks.get(person) ?? []
    if (list.length === 0) tasks.set(person, list)
    list.push({
      id: row.id,
      title: row.title,
      productCode: row.code ?? '',
      coefficient: row.coefficient,
      origin: row.origin as ScoredTask['origin'],
      status: row.status,
      assigned: row.assigned,
      completed: row.completed,
      qualityFaults: row.quality_faults,
      lateEvents: row.late_events,
      qualityExcused: row.quality_excused,
      lateExcused: row.late_excused,
    })
  }
  return tasks
}
