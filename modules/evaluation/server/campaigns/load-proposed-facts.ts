import { sql } from 'kysely'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { asksForCounts, countsOf, proposedFacts, quarterOf, type ProposedFact, type TaskCounts } from '../../domain/proposed-facts.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadScoredTasks } from '../results/scored-tasks.ts'
import type { Campaign } from './campaign-row.ts'
import type { Participant } from './participant-row.ts'

type Subject = Pick<Participant, 'personId' | 'unitId' | 'isHead'>

/** What the program itself knows of the facts a rulebook asks for, by person. No statement for a rulebook that asks for none. */
export async function loadProposedFacts(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participants: readonly Subject[]): Promise<Map<PersonId, Record<string, ProposedFact>>> {
  const asks = asksForCounts(rulebook)
  if (participants.length === 0 || !(asks.tasks || asks.unit || asks.quarters)) return new Map()
  const people = participants.map((each) => each.personId)
  const tasks = asks.tasks ? await loadScoredTasks(read, tenantId, campaign, people) : new Map<PersonId, never[]>()
  const unitCounts = asks.unit ? await loadUnitCounts(read, tenantId, campaign) : undefined
  const earlier = asks.quarters ? await loadEarlierLevels(read, tenantId, campaign, people) : new Map<PersonId, Map<number, string>>()
  return new Map(
    participants.map(({ personId, unitId, isHead }) => {
      const known = { own: countsOf(tasks.get(personId) ?? []), unit: unitCounts?.(unitId) ?? null, isHead, earlier: earlier.get(personId) ?? new Map<number, string>() }
      return [personId, proposedFacts(rulebook, campaign.period, known)] as const
    }),
  )
}

/** Numbers of tasks of a unit and everything below it. The conditions are those of `countsOf`. */
async function loadUnitCounts(read: Reader, tenantId: TenantId, campaign: Campaign): Promise<(unitId: UnitId) => TaskCounts | null> {
  const rows = await read
    .selectFrom('evaluation_task as t')
    .where('t.tenant_id', '=', tenantId)
    .where('t.month', '>=', campaign.period.from)
    .where('t.month', '<=', campaign.period.to)
    .where('t.status', 'not in', ['proposed', 'cancelled', 'handed_back'])
    .groupBy('t.unit_id')
    .select([
      't.unit_id',
      sql<number>`count(*)::int`.as('assigned'),
      sql<number>`(count(*) filter (where t.completed >= t.assigned))::int`.as('completed'),
      sql<number>`(count(*) filter (where t.completed >= t.assigned and (t.late_events = 0 or t.late_excused) and (t.quality_faults = 0 or t.quality_excused)))::int`.as('good'),
      sql<number>`(count(*) filter (where t.completed >= t.assigned and t.late_events > 0 and not t.late_excused))::int`.as('late'),
    ])
    .execute()
  const units = await unitTreeAsOf(read, tenantId, campaign.period.to)
  const own = new Map(rows.map((row) => [row.unit_id as UnitId, row]))
  return (unitId) => {
    const inside = new Set<UnitId>([unitId])
    for (const unit of units) if (unit.parentId !== null && inside.has(unit.parentId)) inside.add(unit.id)
    const found = [...inside].flatMap((id) => own.get(id) ?? [])
    if (found.length === 0) return null
    const sum = (of: (row: (typeof found)[number]) => number): number => found.reduce((total, row) => total + of(row), 0)
    return { assigned: sum((row) => row.assigned), completed: sum((row) => row.completed), onTimeToQuality: sum((row) => row.good), late: sum((row) => row.late) }
  }
}

/** Published levels of the quarters of the campaign's year that ended before its own period, under the same rulebook. */
async function loadEarlierLevels(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, Map<number, string>>> {
  const rows = await read
    .selectFrom('evaluation_result as t')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 't.campaign_id'))
    .where('t.tenant_id', '=', tenantId)
    .where('t.person_id', 'in', [...people])
    .where('t.replaced_by', 'is', null)
    .where('t.published_at', 'is not', null)
    .where('c.rulebook_id', '=', campaign.rulebook.id)
    .where('c.period_kind', '=', 'quarter')
    .where('c.period_from', '>=', `${campaign.period.from.slice(0, 4)}-01-01`)
    .where('c.period_to', campaign.period.kind === 'year' ? '<=' : '<', campaign.period.kind === 'year' ? campaign.period.to : campaign.period.from)
    .where('c.id', '<>', campaign.id)
    .select(['t.person_id', 't.decided_level', 'c.period_from'])
    .execute()
  const levels = new Map<PersonId, Map<number, string>>()
  for (const row of rows) {
    if (row.decided_level === null) continue
    const known = levels.get(row.person_id as PersonId) ?? new Map<number, string>()
    levels.set(row.person_id as PersonId, known.set(quarterOf({ from: row.period_from as Campaign['period']['from'] }), row.decided_level))
  }
  return levels
}
