import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { KindScores, Material, ScoredColumn } from '../../domain/compute.ts'
import type { ScoredTask } from '../../domain/scored-task.ts'
import { derivedFacts, mergedFacts, organisationLevelFact } from '../../domain/facts.ts'
import { countingScores } from '../../domain/month-scores.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import { valuesOf } from '../../domain/proposed-facts.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { JudgementEntry } from '../../domain/sheet-content.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { plannedFacts } from '../../domain/plan.ts'
import { boundLevel } from '../../domain/unit-levels.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'
import { loadProposedFacts } from '../campaigns/load-proposed-facts.ts'
import type { Participant } from '../campaigns/participant-row.ts'
import { loadServiceRecords } from '../campaigns/service-records.ts'
import { loadScoredTasks } from './scored-tasks.ts'
import { askedPlan, loadPlans, type StoredPlan } from '../plans/plan-row.ts'
import { loadUnitBounds } from '../units/unit-bounds.ts'
import { loadOthers } from '../raters/tallies.ts'
import { rulebooksOfMonths } from './regime-months.ts'

/** Everything the results of these people are computed from, read set-wise: five statements however many there are. */
export async function loadMaterial(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participants: readonly Participant[]): Promise<Map<PersonId, Material>> {
  const people = participants.map((participant) => participant.personId)
  if (people.length === 0) return new Map()
  const isYear = fromShorterPeriods(rulebook, campaign.period.kind)
  const columns = await loadColumns(read, tenantId, campaign, people)
  const tasks = isYear ? new Map<PersonId, ScoredTask[]>() : await loadScoredTasks(read, tenantId, campaign, people)
  const months = isYear ? await loadMonths(read, tenantId, campaign, people) : new Map<PersonId, Map<CalendarDate, string>>()
  const others = isYear ? new Map<PersonId, Map<string, KindScores>>() : await loadOthers(read, tenantId, campaign, rulebook, people)
  const bounding = organisationLevelFact(rulebook) !== undefined && participants.some((participant) => participant.isHead)
  const boundOf = bounding ? await loadUnitBounds(read, tenantId, campaign, rulebook) : null
  const records = await loadServiceRecords(read, tenantId, people, campaign.period)
  const plans = plannedFacts(rulebook).size === 0 ? new Map<PersonId, StoredPlan>() : await loadPlans(read, tenantId, campaign.id, people)
  const proposed = await loadProposedFacts(read, tenantId, campaign, rulebook, participants)
  const settings = engineSettings(campaign.settings)
  return new Map(
    participants.map((participant) => {
      const record = records.get(participant.personId) ?? { leaves: [], since: null }
      const derived = derivedFacts(rulebook, campaign.period, record, participant.isHead)
      const level = participant.isHead && boundOf !== null ? boundLevel(boundOf(participant.unitId)) : undefined
      const bounded = level === undefined ? derived : { ...derived, organisationLevel: level }
      const asked = askedPlan(rulebook, participant.group, campaign)
      const plan = plans.get(participant.personId)
      // Whether it is approved, the plan itself says, and nobody by hand.
      const settled = asked === null ? {} : { [asked.rules.fact]: plan?.status === 'approved' }
      const material: Material = {
        rulebook,
        settings,
        period: campaign.period,
        group: participant.group,
        variants: participant.variants,
        facts: { ...mergedFacts({ ...bounded, ...valuesOf(proposed.get(participant.personId) ?? {}) }, participant.facts), ...settled },
        columns: columns.get(participant.personId) ?? {},
        others: others.get(participant.personId) ?? new Map(),
        plan: asked === null ? {} : (plan?.entries ?? {}),
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

async function loadMonths(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, Map<CalendarDate, string>>> {
  const rows = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...people])
    .where('month', '>=', campaign.period.from)
    .where('month', '<=', campaign.period.to)
    .where('rulebook_id', 'in', await rulebooksOfMonths(read, tenantId, campaign.rulebook.id))
    .select(['person_id', 'month', 'rulebook_id', 'exact_total'])
    .execute()
  const months = new Map<PersonId, Map<CalendarDate, string>>()
  for (const row of countingScores(rows, campaign.rulebook.id, (each) => `${each.person_id}/${each.month}`)) {
    const person = row.person_id as PersonId
    const known = months.get(person) ?? new Map<CalendarDate, string>()
    known.set(row.month as CalendarDate, row.exact_total)
    months.set(person, known)
  }
  return months
}
