import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { mayUse } from '#platform/contract/route.ts'
import { query } from '#platform/http/handler.ts'
import type { Actor } from '#kernel/actor.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { planRoutes } from '../../contract/plan-routes.ts'
import { previewView, type sheetActs, type sheetLists, type sheetView, type subjectSheetView } from '../../contract/views.ts'
import { adjustableStatuses } from '../../domain/campaign.ts'
import { computeScore, engineInput, type KindScores, type Material } from '../../domain/compute.ts'
import { awaitsDecision, seesPointsEarly } from '../../domain/early-response.ts'
import { isPublished, mayAct, maySeeColumn, maySeeScores, maySeeSheet, standingOf, type RaterColumn, type Standing } from '../../domain/policy.ts'
import { planActsOf, type AskedPlan } from '../../domain/plan.ts'
import { sourcesOf } from '../../domain/proposed-facts.ts'
import { countingScores } from '../../domain/month-scores.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import { asksSuperior, decidingColumn } from '../../domain/raters.ts'
import type { ScoreResult } from '../../domain/scoring/types.ts'
import type { JudgementEntry } from '../../domain/sheet-content.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { campaignHead } from '../campaigns/campaign-head.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import { loadProposedFacts } from '../campaigns/load-proposed-facts.ts'
import { loadParticipant, type Participant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { alsoScoredIn } from './also-scored-in.ts'
import { askedPlan, lastApproved, loadPlans, openPlan, type StoredPlan } from '../plans/plan-row.ts'
import { loadMaterial } from '../results/load-material.ts'
import { rulebooksOfMonths } from '../results/regime-months.ts'
import { selectTasks, taskOf } from '../tasks/task-rows.ts'
import { unitsOfDay } from '../tasks/task-scope.ts'
import { viewsOf } from '../tasks/task-views.ts'
import { earlyUntil, loadEarlyResponses } from './early-responses.ts'
import { ledProposal } from './led-proposal.ts'
import { managesPerson } from './person-access.ts'

type SubjectSheet = z.input<typeof subjectSheetView>
type SheetView = z.input<typeof sheetView>

/** The scoring sheet of one subject: the columns the actor may see, tasks, facts and the running total. Reading somebody else's is in the ledger. */
export const getSheet = query(sheetRoutes.getSheet, async ({ params, actor, read, today, calendar, record }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  const participant = await loadParticipant(read, tenantId, campaign.id, params.personId)
  const { manages } = await accessTo(campaign, actor, read, today)
  const standing = standingOf(actor, participant, manages, new Set())
  if (!maySeeSheet(standing) || (campaign.status === 'draft' && !manages)) refuse('platform.not-found')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const stored = await loadSheets(read, actor, campaign, participant.personId)
  const sheets = stored.filter((sheet) => {
    const submitted = sheet.submittedAt !== null
    return maySeeColumn(standing, sheet.rater, submitted, campaign.status) || seesPointsEarly(standing, sheet.rater, submitted, participant, campaign.settings)
  })
  const respondUntil = awaitsDecision(participant, campaign.status) ? earlyUntil(campaign, stored.find((sheet) => sheet.rater === 'superior')?.submittedAt, calendar) : null
  const returned = await loadReturns(read, actor, campaign, participant.personId, standing.personnel || standing.superior || standing.authority)
  const askedOfPlan = askedPlan(rulebook, participant.group, campaign)
  const plan = askedOfPlan === null ? null : ((await loadPlans(read, tenantId, campaign.id, [participant.personId])).get(participant.personId) ?? openPlan)
  const names = await loadNames(
    read,
    tenantId,
    [participant.personId, participant.superiorId, participant.deciderId, ...sheets.map((sheet) => sheet.raterPersonId), ...returned.map((each) => each.by), plan?.proposedBy ?? null, plan?.settledBy ?? null],
    [participant.unitId],
    campaign.period.to,
  )
  const material = (await loadMaterial(read, tenantId, campaign, rulebook, [participant])).get(participant.personId)
  if (material === undefined) throw new Error('participant without material')
  const proposal = await ledProposal(read, actor, campaign, rulebook, participant, standing, today)
  if (!standing.subject) record({ action: 'evaluation.sheet.read', subject: { kind: 'participant', id: `${campaign.id}/${participant.personId}` }, data: { led: proposal?.people.map((one) => one.person.id) ?? [] } })
  const shown = columnShown(standing, campaign, material)
  // What others gave is nobody's while they still rate, and the subject's only with the published result.
  const others = campaign.status !== 'scoring' && maySeeScores(standing, campaign.status) ? material.others : new Map<string, KindScores>()
  const visible: Material = { ...material, others, columns: Object.fromEntries(Object.entries(material.columns).filter(([column]) => sheets.some((sheet) => sheet.rater === column))) }
  return {
    campaign: { ...campaignHead(campaign), due: campaign.due },
    subject: {
      person: names.person(participant.personId),
      unit: names.unit(participant.unitId),
      title: participant.title,
      group: participant.group,
      isHead: participant.isHead,
      variants: { ...participant.variants },
      status: participant.status,
      superior: names.personOrNull(participant.superiorId),
      decider: names.personOrNull(participant.deciderId),
      facts: { ...material.facts },
      factSources: sourcesOf((await loadProposedFacts(read, tenantId, campaign, rulebook, [participant])).get(participant.personId) ?? {}, participant.facts),
    },
    sheets: sheets.map((sheet) => viewOfSheet(sheet, names)),
    plan: askedOfPlan === null || plan === null ? null : await viewOfPlan(read, actor, campaign, participant, standing, askedOfPlan, plan, names),
    tasks: fromShorterPeriods(rulebook, campaign.period.kind) ? [] : await tasksOf(read, actor, today, campaign, participant.personId),
    alsoIn: await alsoScoredIn(read, actor, campaign, participant.personId),
    months: await monthsOf(read, actor, campaign, participant.personId),
    preview: previewOf(visible, shown),
    ledProposal: proposal,
    earlyResponses: await loadEarlyResponses(read, tenantId, campaign.id, participant.personId),
    respondUntil,
    returned: returned.map((each) => ({ at: each.at, by: names.personOrNull(each.by), reason: each.reason })),
    can: [...actsOn(actor, standing, participant, campaign, asksSuperior(rulebook, participant.group)), ...((await mayEnterMonths(read, actor, campaign, participant.personId, today)) ? (['enter_month'] as const) : []), ...(standing.subject && mayUse(actor, sheetRoutes.respondEarly) && respondUntil !== null && today <= respondUntil ? (['respond_early'] as const) : [])],
  } satisfies SubjectSheet
})

/** A rater's sheet as loaded for showing. */
export interface LoadedSheet {
  readonly rater: RaterColumn
  readonly raterPersonId: string
  readonly version: number
  readonly points: Record<string, string>
  readonly judgements: Record<string, JudgementEntry>
  readonly lists: z.input<typeof sheetLists>
  readonly strengths: string
  readonly weaknesses: string
  readonly comment: string
  readonly proposedLevel: string | null
  readonly submittedAt: Date | null
  readonly savedAt: Date
}

/** Both columns of one person's sheet, the subject's first. */
export async function loadSheets(read: Reader, actor: Actor, campaign: Campaign, personId: PersonId): Promise<LoadedSheet[]> {
  const rows = await read
    .selectFrom('evaluation_sheet')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', personId)
    .where('rater', 'in', ['self', 'superior'])
    .selectAll()
    .orderBy('rater')
    .execute()
  return rows.map((row) => ({
    rater: row.rater as RaterColumn,
    raterPersonId: row.rater_person_id,
    version: row.version,
    points: row.points as Record<string, string>,
    judgements: row.judgements as unknown as Record<string, JudgementEntry>,
    lists: row.lists as unknown as LoadedSheet['lists'],
    strengths: row.strengths,
    weaknesses: row.weaknesses,
    comment: row.comment,
    proposedLevel: row.proposed_level,
    submittedAt: row.submitted_at as Date | null,
    savedAt: row.saved_at as Date,
  }))
}

/** A sheet as screens get it. */
export function viewOfSheet(sheet: LoadedSheet, names: Names): SheetView {
  return {
    rater: sheet.rater,
    raterPerson: names.person(sheet.raterPersonId),
    version: sheet.version,
    points: sheet.points,
    judgements: sheet.judgements,
    lists: sheet.lists,
    strengths: sheet.strengths,
    weaknesses: sheet.weaknesses,
    comment: sheet.comment,
    proposedLevel: sheet.proposedLevel,
    submittedAt: sheet.submittedAt?.toISOString() ?? null,
    savedAt: sheet.savedAt.toISOString(),
  }
}

/** A plan as screens get it; what was approved before is for those who may propose. */
async function viewOfPlan(read: Reader, actor: Actor, campaign: Campaign, participant: Participant, standing: Standing, { list, rules }: AskedPlan, plan: StoredPlan, names: Names): Promise<NonNullable<SubjectSheet['plan']>> {
  const can = planActsOf(rules, plan.status, standing, { status: participant.status, excluded: participant.excludedReason !== '' }, campaign.status).filter((act) => act === 'propose' || mayUse(actor, planRoutes.settlePlan))
  const earlier = can.includes('propose') ? await lastApproved(read, actor.tenantId, campaign, participant.personId) : null
  return {
    version: plan.version,
    status: plan.status,
    rows: plan.entries[list.definition.id] ?? {},
    proposedBy: names.personOrNull(plan.proposedBy),
    proposedAt: plan.proposedAt?.toISOString() ?? null,
    settledBy: names.personOrNull(plan.settledBy),
    settledAt: plan.settledAt?.toISOString() ?? null,
    reason: plan.reason,
    earlier: earlier?.[list.definition.id] ?? null,
    can,
  }
}

/** What was sent back and why; the reasons the personnel body gave the superior are not for the subject. */
async function loadReturns(read: Reader, actor: Actor, campaign: Campaign, personId: PersonId, all: boolean) {
  const rows = await read
    .selectFrom('evaluation_sheet_return')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', personId)
    .where('rater', 'in', all ? ['self', 'superior'] : ['self'])
    .select(['returned_at', 'returned_by', 'reason'])
    .orderBy('returned_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ at: (row.returned_at as Date).toISOString(), by: row.returned_by, reason: row.reason }))
}

/** The column the running total is made of: one's own while scoring; afterwards the one that counts. */
function columnShown(standing: Standing, campaign: Campaign, material: Material): RaterColumn {
  if (standing.subject && !isPublished(campaign.status)) return 'self'
  return standing.superior && campaign.status === 'scoring' ? 'superior' : decidingColumn(material.rulebook, material.group)
}

function previewOf(material: Material, column: RaterColumn): SubjectSheet['preview'] {
  let score: ScoreResult
  try {
    score = computeScore(material.rulebook, engineInput(material, column), { derivation: false })
  } catch (error) {
    // Above the maximum or against a changed setting: said as a reason, the sheet stays usable.
    if (!(error instanceof Refusal) || error.code !== 'score_input_invalid') throw error
    const errors = error.data['errors'] as readonly { path: string; message: string }[]
    const reasons = errors.map(({ path, message }) => ({ code: 'input', vi: message, en: message, article: null, path }))
    return { total: null, exact: null, terms: {}, taskPoints: null, generalPoints: null, level: 'insufficient_data', reasons }
  }
  const { total, exact, terms, taskPoints, generalPoints, level, reasons } = score
  return previewView.parse({ total, exact, terms, taskPoints, generalPoints, level, reasons })
}

/** Tasks of the period: whoever may open the sheet sees what it is scored from. */
async function tasksOf(read: Reader, actor: Actor, today: Parameters<typeof unitsOfDay>[2], campaign: Campaign, personId: PersonId): Promise<SubjectSheet['tasks']> {
  const rows = await selectTasks(read, actor.tenantId)
    .where('t.person_id', '=', personId)
    .where('t.month', '>=', campaign.period.from)
    .where('t.month', '<=', campaign.period.to)
    .orderBy('t.month')
    .orderBy('t.deadline')
    .orderBy('t.id')
    .execute()
  return viewsOf(read, actor, await unitsOfDay(read, actor.tenantId, today), rows.map(taskOf))
}

async function monthsOf(read: Reader, actor: Actor, campaign: Campaign, personId: PersonId): Promise<SubjectSheet['months']> {
  if (campaign.period.kind !== 'year') return []
  const rows = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', personId)
    .where('month', '>=', campaign.period.from)
    .where('month', '<=', campaign.period.to)
    .where('rulebook_id', 'in', await rulebooksOfMonths(read, actor.tenantId, campaign.rulebook.id))
    .select(['month', 'rulebook_id', 'total', 'exact_total', 'source', 'note'])
    .orderBy('month')
    .execute()
  return countingScores(rows, campaign.rulebook.id, (row) => row.month).map((row) => ({ month: row.month, total: row.total, exact: row.exact_total, source: row.source === 'entered' ? 'entered' : 'campaign', note: row.note }))
}

/** A missing month is entered by who manages the person, until the results go to the authority. */
async function mayEnterMonths(read: Reader, actor: Actor, campaign: Campaign, personId: PersonId, today: CalendarDate): Promise<boolean> {
  return campaign.period.kind === 'year' && adjustableStatuses.includes(campaign.status) && (await managesPerson(read, actor, personId, today))
}

function actsOn(actor: Actor, standing: Standing, participant: Participant, campaign: Campaign, asked: boolean): (typeof sheetActs)[number][] {
  const file = { status: participant.status, excluded: participant.excludedReason !== '' }
  const may = (act: Parameters<typeof mayAct>[0]): boolean => mayAct(act, standing, file, campaign.status)
  const writes = mayUse(actor, sheetRoutes.saveSheet)
  return [
    ...(writes && may('submit_self') ? (['save_self', 'submit_self'] as const) : []),
    ...(writes && may('submit_superior') ? (['save_superior', 'submit_superior'] as const) : []),
    ...(may('return_to_self') ? (['return_to_self'] as const) : []),
    ...((asked ? may('return_to_superior') : may('return_alone')) ? (['return_to_superior'] as const) : []),
  ]
}
