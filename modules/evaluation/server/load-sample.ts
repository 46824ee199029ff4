import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import { asId } from '#kernel/id.ts'
import { organisationAsOf, type SampleIds } from '#modules/organisation/server/index.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { periodLabel, periodOf } from '../domain/period.ts'
import { sampleCatalogue } from '../sample/sample-catalogue.ts'
import { sampleDisciplines, sampleMonthlyResults, sampleTasks } from '../sample/sample-evaluation.ts'
import type { SampleMonthlyResult } from '../sample/types.ts'
import { loadCampaign, type Campaign } from './campaigns/campaign-row.ts'
import { loadParticipants } from './campaigns/participant-row.ts'
import { pinRulebook } from './campaigns/pinned-rulebook.ts'
import { resolveCampaign } from './campaigns/resolve-campaign.ts'
import { insertSampleCatalogue } from './catalogue/insert-sample-catalogue.ts'
import { known, type SampleContext } from './sample-context.ts'
import { finishSampleMonth, playSampleStory } from './sample-months.ts'
import { insertSampleSheets } from './sample-sheets.ts'
import { insertSampleTasks } from './tasks/insert-sample-tasks.ts'

const finishedMonths = ['2026-07', '2026-08', '2026-09', '2026-10'] as const
const runningMonth = '2026-11'
/** What the sample calls today: tasks due later are still open. */
const sampleToday = calendarDate('2026-11-22')
const enteredMonths = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const

/**
 * Loads the sample's evaluation into a tenant that holds the sample organisation and nothing of evaluation: catalogue,
 * tasks, half a year of scores carried over, four finished months computed by the engine, a month being scored and the
 * year's rating in draft.
 */
export async function loadSampleEvaluation(tx: Tx<'evaluation'>, tenantId: TenantId, ids: SampleIds): Promise<void> {
  const context: SampleContext = { tx, read: readerOf(tx), tenantId, ids }
  const { products } = await insertSampleCatalogue(tx, tenantId, sampleCatalogue, ids.units)
  await enterMonths(context, sampleMonthlyResults({ months: enteredMonths }))
  for (const month of [...finishedMonths, runningMonth]) await insertTasksOf(context, month, products)
  const finished: Campaign[] = []
  for (const month of finishedMonths) {
    const campaign = await draftMonth(context, month)
    await insertSampleSheets(context, campaign.id, month, 'superior_scored')
    finished.push(await finishSampleMonth(context, campaign, month === '2026-10' ? 'published' : 'closed'))
  }
  await playSampleStory(context, finished)
  const running = await draftMonth(context, runningMonth)
  await insertSampleSheets(context, running.id, runningMonth, null)
  await openRunning(context, running.id)
  await draftYear(context)
}

/** Scores of the months before the program was used, carried over from the office's workbook. */
async function enterMonths({ tx, tenantId, ids }: SampleContext, results: readonly SampleMonthlyResult[]): Promise<void> {
  const rows = results.map((result) => ({ person_id: known(ids.people, result.person), month: `${result.month}-01`, exact_total: result.exact, total: result.total }))
  await sql`insert into evaluation_period_score (tenant_id, person_id, month, exact_total, total, source, note)
    select ${tenantId}::uuid, r.*, 'entered', 'Chuyển từ bảng theo dõi của cơ quan'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, month date, exact_total text, total numeric)`.execute(tx)
}

async function insertTasksOf({ tx, read, tenantId, ids }: SampleContext, month: string, products: Parameters<typeof insertSampleTasks>[3]['products']): Promise<void> {
  const organisation = await organisationAsOf(read, tenantId, lastDayOf(month))
  const main = new Map(organisation.holdings.filter((holding) => holding.isPrimary).map((holding) => [holding.personId, holding]))
  const holdingOf = (personId: PersonId) => {
    const holding = main.get(personId)
    if (holding === undefined) throw new Error(`sample task of somebody without a post in ${month}`)
    return holding
  }
  await insertSampleTasks(
    tx,
    tenantId,
    sampleTasks({ months: [month] }),
    {
      people: ids.people,
      products,
      unitOf: (personId) => holdingOf(personId).unitId,
      superiorOf: (personId) => {
        const superior = organisation.superiorOf(holdingOf(personId))
        return superior.found ? superior.personId : null
      },
    },
    (task) => {
      if (task.month !== runningMonth) return 'confirmed'
      if (task.deadline > sampleToday || (task.completedOn !== null && task.completedOn > sampleToday)) return 'open'
      return task.code.endsWith('1') ? 'reported' : 'confirmed'
    },
  )
}

function lastDayOf(month: string): CalendarDate {
  return periodOf('month', Number(month.slice(0, 4)), Number(month.slice(5, 7))).to
}

interface Draft {
  readonly kind: 'month' | 'year'
  readonly number: number
  readonly due: { readonly self: string; readonly superior: string; readonly decide: string }
}

/** Drafts a campaign over the whole commune with its participants resolved, as the officer's own act would. */
async function draft({ tx, read, tenantId, ids }: SampleContext, { kind, number, due }: Draft): Promise<Campaign> {
  const period = periodOf(kind, 2026, number)
  const now = new Date(`${kind === 'year' ? '2026-11-20' : due.self}T01:00:00Z`)
  const { pin, rulebook } = await pinRulebook(tx, tenantId, { id: 'nd-335-2025' }, now)
  const id = asId<'campaign'>(uuidv7())
  const label = periodLabel(period).vi
  await tx
    .insertInto('evaluation_campaign')
    .values({
      tenant_id: tenantId,
      id,
      name: kind === 'year' ? 'Xếp loại chất lượng công chức năm 2026' : `Theo dõi, đánh giá công chức ${label.toLocaleLowerCase('vi')}`,
      rulebook_id: pin.id,
      rulebook_version: pin.version,
      settings: '{}',
      period_kind: kind,
      period_from: period.from,
      period_to: period.to,
      scope_unit_id: known(ids.units, 'XA-CAM-LO'),
      subject_status: ['civil_servant'],
      status: 'draft',
      self_due: due.self,
      superior_due: due.superior,
      decide_due: due.decide,
    })
    .execute()
  const campaign = await loadCampaign(read, tenantId, id)
  const { unresolved } = await resolveCampaign(tx, read, tenantId, campaign, rulebook, period.to < sampleToday ? period.to : sampleToday)
  if (unresolved > 0) throw new Error(`sample: ${unresolved} people of ${label} have no superior, authority or group`)
  return campaign
}

/** The office closes a month on paper by the 25th of the next; the running month is scored in its last ten days. */
function draftMonth(context: SampleContext, month: string): Promise<Campaign> {
  const number = Number(month.slice(5, 7))
  if (month === runningMonth) return draft(context, { kind: 'month', number, due: { self: '2026-11-20', superior: '2026-11-25', decide: '2026-11-30' } })
  const next = `2026-${String(number + 1).padStart(2, '0')}`
  return draft(context, { kind: 'month', number, due: { self: `${next}-04`, superior: `${next}-08`, decide: `${next}-12` } })
}

/** Opens the running month and lets every file stand where its sheets are. */
async function openRunning({ tx, tenantId }: SampleContext, campaignId: CampaignId): Promise<void> {
  await tx
    .updateTable('evaluation_campaign')
    .set({ status: 'scoring', opened_at: new Date('2026-11-16T01:00:00Z'), version: 2 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', campaignId)
    .execute()
  await sql`update evaluation_participant as p set version = version + 1, status = case
      when exists (select from evaluation_sheet s where s.tenant_id = ${tenantId} and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = 'superior' and s.submitted_at is not null) then 'scored'
      when exists (select from evaluation_sheet s where s.tenant_id = ${tenantId} and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = 'self' and s.submitted_at is not null) then 'superior_scoring'
      else 'self_scoring' end
    where p.tenant_id = ${tenantId} and p.campaign_id = ${campaignId} and p.excluded_reason = ''`.execute(tx)
}

/** The year's rating, not yet open, with the one reprimand of the sample among the facts (article 20.4c). */
async function draftYear(context: SampleContext): Promise<void> {
  const campaign = await draft(context, { kind: 'year', number: 1, due: { self: '2026-12-04', superior: '2026-12-08', decide: '2026-12-14' } })
  const { tx, read, tenantId, ids } = context
  const people = new Set((await loadParticipants(read, tenantId, campaign.id)).map((participant) => participant.personId))
  for (const { person, form, dutyRelated, decisionNumber, decisionDate } of sampleDisciplines) {
    const personId = known(ids.people, person)
    if (!people.has(personId)) continue
    const facts = { discipline: [{ form, dutyRelated, year: Number(decisionDate.slice(0, 4)), side: 'administrative' }] }
    await tx
      .updateTable('evaluation_participant')
      .set({ facts: JSON.stringify(facts), facts_note: `Quyết định ${decisionNumber}` })
      .where('tenant_id', '=', tenantId)
      .where('campaign_id', '=', campaign.id)
      .where('person_id', '=', personId)
      .execute()
  }
}
