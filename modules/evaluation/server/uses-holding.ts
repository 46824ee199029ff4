import { sql } from 'kysely'
import type { HoldingUse } from '#modules/organisation/server/index.ts'

/** Whether a campaign or a round of organisations took the person for this unit or made them score or decide, or a task was given there, on days of the holding. */
export const usesHolding: HoldingUse = async (read, tenantId, { personId, unitId, from, to }) => {
  const file = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.campaign_id'))
    .where('p.tenant_id', '=', tenantId)
    .where((where) =>
      where.or([where.and([where('p.person_id', '=', personId), where('p.unit_id', '=', unitId)]), where('p.superior_id', '=', personId), where('p.decider_id', '=', personId)]),
    )
    .where('c.period_to', '>=', from)
    .where(sql<boolean>`c.period_from <= coalesce(${to}::date, 'infinity')`)
    .select('p.person_id')
    .limit(1)
    .executeTakeFirst()
  if (file !== undefined) return true
  const rater = await read
    .selectFrom('evaluation_rater as r')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.campaign_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.rater_person_id', '=', personId)
    .where('c.period_to', '>=', from)
    .where(sql<boolean>`c.period_from <= coalesce(${to}::date, 'infinity')`)
    .select('r.person_id')
    .limit(1)
    .executeTakeFirst()
  if (rater !== undefined) return true
  const organisation = await read
    .selectFrom('evaluation_unit_file as f')
    .innerJoin('evaluation_unit_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'f.campaign_id'))
    .where('f.tenant_id', '=', tenantId)
    .where((where) => where.or([where('f.self_id', '=', personId), where('f.recogniser_id', '=', personId)]))
    .where('c.period_to', '>=', from)
    .where(sql<boolean>`c.period_from <= coalesce(${to}::date, 'infinity')`)
    .select('f.unit_id')
    .limit(1)
    .executeTakeFirst()
  if (organisation !== undefined) return true
  const task = await read
    .selectFrom('evaluation_task')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`month >= date_trunc('month', ${from}::date) and month <= coalesce(${to}::date, 'infinity')`)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return task !== undefined
}
