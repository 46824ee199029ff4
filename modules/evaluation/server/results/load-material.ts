import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { KindScores, Material, ScoredColumn, ScoredTask } from '../../domain/compute.ts'
import { derivedFacts, mergedFacts, organisationLevelFact } from '../../domain/facts.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { JudgementEntry } from '../../domain/sheet.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { boundLevel } from '../../domain/unit-levels.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'
import type { Participant } from '../campaigns/participant-row.ts'
import { loadServiceRecords } from '../campaigns/service-records.ts'
import { loadOthers } from '../raters/tallies.ts'
import { loadUnitBounds } from '../units/unit-bounds.ts'

/** Everything the results of these people are computed from, read set-wise: five statements however many there are. */
export async function loadMaterial(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participants: readonly Participant[]): Promise<Map<PersonId, Material>> {
  const people = participants.map((participant) => participant.personId)
  if (people.length === 0) return new Map()
  const isYear = fromShorterPeriods(rulebook, campaign.period.kind)
  const columns = await loadColumns(read, tenantId, campaign, people)
  const tasks = isYear ? new Map<PersonId, ScoredTask[]>() : await loadScoredTasks(read, tenantId, campaign, people)
  const months = isYear ? await loadMonths(read, tenantId, campaign, people) : new Map<PersonId, Map<CalendarDate, string>>()
  const bounding = organisationLevelFact(rulebook) !== undefined && participants.some((participant) => participant.isHead)
  const boundOf = bounding ? await loadUnitBounds(read, tenantId, campaign, rulebook) : null
  const others = isYear ? new Map<PersonId, Map<string, KindScores>>() : await loadOthers(read, tenantId, campaign, rulebook, people)
  const records = await loadServiceRecords(read, tenantId, people, campaign.period)
  const settings = engineSettings(campaign.settings)
  return new Map(
    participants.map((participant) => {
      const record = records.get(participant.personId) ?? { leaves: [], since: null }
      const derived = derivedFacts(rulebook, campaign.period, record, participant.isHead)
      const level = participant.isHead && boundOf !== null ? boundLevel(boundOf(participant.unitId)) : undefined
      const bounded = level === undefined ? derived : { ...derived, organisationLevel: level }
      const material: Material = {
        rulebook,
        settings,
        period: campaign.period,
        group: participant.group,
        variants: participant.variants,
        facts: mergedFacts(bounded, participant.facts),
        columns: columns.get(participant.personId) ?? {},
        others: others.get(participant.personId) ?? new Map(),
        tasks: tasks.get(participant.personId) ?? [],
        months: months.get(participant.personId) ?? new Map(),
        record,
      }
      return [participant.personId, material] as const
    }),
  )
}

async function loadColumns(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, Partial<Record<RaterColumn, ScoredColumn>>>> {
  const rows = await read
    .selectFrom('evaluation_sheet')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', 'in', [...people])
    .where('rater', 'in', ['self', 'superior'])
    .select(['person_id', 'rater', 'points', 'judgements', 'lists'])
    .execute()
  const columns = new Map<PersonId, Partial<Record<RaterColumn, ScoredColumn>>>()
  for (const row of rows) {
    const column: ScoredColumn = { points: row.points as Record<string, string>, judgements: row.judgements as unknown as Record<string, JudgementEntry>, lists: row.lists as unknown as SheetLists }
    columns.set(row.person_id as PersonId, { ...columns.get(row.person_id as PersonId), [row.rater]: column })
  }
  return columns
}

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

async function loadMonths(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, Map<CalendarDate, string>>> {
  const rows = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...people])
    .where('month', '>=', campaign.period.from)
    .where('month', '<=', campaign.period.to)
    .select(['person_id', 'month', 'exact_total'])
    .execute()
  const months = new Map<PersonId, Map<CalendarDate, string>>()
  for (const row of rows) {
    const person = row.person_id as PersonId
    const known = months.get(person) ?? new Map<CalendarDate, string>()
    known.set(row.month as CalendarDate, row.exact_total)
    months.set(person, known)
  }
  return months
}
