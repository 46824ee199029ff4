import type { z } from 'zod'
import { holds, scopeOf, type Actor } from '#kernel/actor.ts'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, ResultId } from '#kernel/id.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import type { workItem } from '../../contract/views.ts'
import { filingUntil } from '../../domain/petition.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { campaignOf, selectCampaigns, type Campaign } from '../campaigns/campaign-row.ts'
import { plansWaiting, type WaitingPlan } from '../plans/plan-work.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { ratingWork } from '../raters/rating-work.ts'
import { decidersBelow } from '../results/petition-escalation.ts'
import { petitionOf, selectPetitions } from '../results/petition-record.ts'
import { taskWorkItems } from '../tasks/work-items.ts'
import { unitWork } from '../units/unit-work.ts'
import { earlyUntil } from './early-responses.ts'

type WorkItem = z.input<typeof workItem>

/** What waits for the actor (Việc của tôi), the nearest deadline first. */
export const myWork = query(sheetRoutes.myWork, async ({ actor, read, today, calendar }) => {
  // Access ends with the last post: nothing waits for somebody who may do nothing.
  if (!holds(actor, 'organisation:read')) return { items: [] }
  const running = (await selectCampaigns(read, actor.tenantId).where('c.status', 'in', ['scoring', 'compiling', 'deciding', 'published']).execute()).map(campaignOf)
  const files = await filesWaiting(read, actor, running)
  const plans = await plansWaiting(read, actor, running)
  // Points wait for the plan they are given over.
  const unplanned = new Set(plans.flatMap(({ act, campaign }) => (act === 'propose' ? [campaign.id] : [])))
  const waiting = [
    ...plans.map((plan) => itemOfPlan(plan, today, calendar)),
    ...files.filter((file) => !(file.personId === actor.personId && file.status === 'self_scoring' && unplanned.has(file.campaign.id))).flatMap((file) => itemOfFile(actor, file, today, calendar)),
    ...(await ratingWork(read, actor, running, today, calendar)),
    ...(await petitionsToAnswer(read, actor, today, calendar)),
    ...(await petitionsOverdueBelow(read, actor, today, calendar)),
    ...(await unitWork(read, actor, today, calendar)),
    ...(await compilingWork(read, actor, running, today, calendar)),
    ...(await meetingsCalledTo(read, actor, today, calendar)),
  ]
  const names = await personNames(read, actor.tenantId, waiting.flatMap((item) => (item.personId === null ? [] : [item.personId as PersonId])))
  const named = waiting.map((item) => ({ ...item, personName: item.personId === null ? '' : (names.get(item.personId as PersonId)?.fullName ?? '') }))
  const items = [...grouped(named), ...(await taskWorkItems(read, actor, today, calendar))]
  return { items: items.toSorted(byDeadline) }
})

interface WaitingFile {
  readonly campaign: Campaign
  readonly personId: string
  readonly status: string
  readonly superiorId: string | null
  readonly deciderId: string | null
  readonly returned: boolean
  /** When the superior sent the points. */
  readonly pointsSent: Date | null
  readonly responded: boolean
  readonly remindedAt: Date | null
  readonly resultId: string | null
  /** Of a published campaign: it says how long a petition may be filed. */
  readonly rulebook: CompiledRulebook | undefined
}

async function filesWaiting(read: Reader, actor: Actor, campaigns: readonly Campaign[]): Promise<WaitingFile[]> {
  const me = actor.personId
  if (me === null || campaigns.length === 0) return []
  const byId = new Map<string, Campaign>(campaigns.map((campaign) => [campaign.id, campaign]))
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .leftJoin('evaluation_result as r', (join) =>
      join.on('r.tenant_id', '=', actor.tenantId).onRef('r.campaign_id', '=', 'p.campaign_id').onRef('r.person_id', '=', 'p.person_id').on('r.replaced_by', 'is', null),
    )
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.campaign_id', 'in', [...byId.keys()])
    .where('p.excluded_reason', '=', '')
    .where((where) =>
      where.or([
        where.and([where('p.person_id', '=', me), where('p.status', 'in', ['self_scoring', 'scored', 'compiled', 'published'])]),
        where.and([where('p.superior_id', '=', me), where('p.status', '=', 'superior_scoring')]),
        where.and([where('p.decider_id', '=', me), where('p.status', '=', 'compiled')]),
      ]),
    )
    .select((column) => [
      'p.campaign_id', 'p.person_id', 'p.status', 'p.superior_id', 'p.decider_id', 'r.id as result_id',
      column
        .selectFrom('evaluation_sheet as t')
        .where('t.tenant_id', '=', actor.tenantId)
        .whereRef('t.campaign_id', '=', 'p.campaign_id')
        .whereRef('t.person_id', '=', 'p.person_id')
        .where('t.rater', '=', 'superior')
        .select('t.submitted_at')
        .as('points_sent'),
      column.exists(
        column
          .selectFrom('evaluation_early_response as e')
          .where('e.tenant_id', '=', actor.tenantId)
          .whereRef('e.campaign_id', '=', 'p.campaign_id')
          .whereRef('e.person_id', '=', 'p.person_id')
          .select('e.id'),
      ).as('responded'),
      column.exists(
        column
          .selectFrom('evaluation_sheet_return as b')
          .where('b.tenant_id', '=', actor.tenantId)
          .whereRef('b.campaign_id', '=', 'p.campaign_id')
          .whereRef('b.person_id', '=', 'p.person_id')
          .where('b.rater', '=', 'self')
          .select('b.id'),
      ).as('returned'),
      column
        .selectFrom('evaluation_reminder as m')
        .where('m.tenant_id', '=', actor.tenantId)
        .where('m.person_id', '=', me)
        .whereRef('m.campaign_id', '=', 'p.campaign_id')
        .whereRef('m.about_person_id', '=', 'p.person_id')
        .select((each) => each.fn.max('m.sent_at').as('at'))
        .as('reminded_at'),
    ])
    .execute()
  const rulebooks = new Map<string, CompiledRulebook>()
  for (const { campaign_id: id } of rows) {
    const campaign = byId.get(id)
    if (campaign?.status === 'published' && !rulebooks.has(id)) rulebooks.set(id, await pinnedRulebook(read, actor.tenantId, campaign.rulebook))
  }
  return rows.flatMap((row) => {
    const campaign = byId.get(row.campaign_id)
    if (campaign === undefined) return []
    return [
      {
        campaign,
        personId: row.person_id,
        status: row.status,
        superiorId: row.superior_id,
        deciderId: row.decider_id,
        returned: Boolean(row.returned),
        pointsSent: row.points_sent as Date | null,
        responded: Boolean(row.responded),
        remindedAt: row.reminded_at as Date | null,
        resultId: row.result_id,
        rulebook: rulebooks.get(row.campaign_id),
      },
    ]
  })
}

function itemOfFile(actor: Actor, file: WaitingFile, today: CalendarDate, calendar: WorkCalendar): WorkItem[] {
  const { campaign } = file
  const own = file.personId === actor.personId
  const item = (kind: WorkItem['kind'], due: CalendarDate): WorkItem => ({ ...itemOf(kind, campaign, file.personId, due, today, calendar), remindedAt: file.remindedAt?.toISOString() ?? null })
  if (campaign.status === 'scoring' && own && file.status === 'self_scoring') return [item(file.returned ? 'returned_sheet' : 'self_score', campaign.due.self)]
  if (campaign.status === 'scoring' && !own && file.status === 'superior_scoring') return [item('superior_score', campaign.due.superior)]
  if (campaign.status === 'deciding' && !own && file.status === 'compiled') return [item('decide', campaign.due.decide)]
  if (own && !file.responded && (file.status === 'scored' || file.status === 'compiled')) {
    const until = earlyUntil(campaign, file.pointsSent, calendar)
    return until === null || until < today ? [] : [item('respond_to_points', until)]
  }
  if (campaign.status === 'published' && own && file.status === 'published' && campaign.publishedAt !== null && file.rulebook !== undefined) {
    const until = filingUntil(vietnameseDay(campaign.publishedAt), file.rulebook, campaign.settings, calendar)
    return until < today ? [] : [{ ...item('read_result', until), resultId: file.resultId as ResultId | null }]
  }
  return []
}

function itemOfPlan({ act, campaign, personId }: WaitingPlan, today: CalendarDate, calendar: WorkCalendar): WorkItem {
  return itemOf(act === 'propose' ? 'propose_plan' : 'approve_plan', campaign, personId, campaign.due.self, today, calendar)
}

function itemOf(kind: WorkItem['kind'], campaign: Pick<Campaign, 'id' | 'name'>, personId: string | null, due: CalendarDate, today: CalendarDate, calendar: WorkCalendar): WorkItem {
  return {
    kind,
    campaignId: campaign.id,
    campaignName: campaign.name,
    personId: personId as PersonId | null,
    personName: '',
    resultId: null,
    taskId: null,
    title: campaign.name,
    count: 1,
    due,
    workingDaysLeft: workingDaysLeft(today, due, calendar),
    remindedAt: null,
  }
}

async function petitionsToAnswer(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  if (actor.personId === null) return []
  const rows = await read
    .selectFrom('evaluation_petition as t')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', actor.tenantId).onRef('p.campaign_id', '=', 't.campaign_id').onRef('p.person_id', '=', 't.person_id'))
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 't.campaign_id'))
    .where('t.tenant_id', '=', actor.tenantId)
    .where('t.status', '=', 'open')
    .where('p.decider_id', '=', actor.personId)
    .select((column) => [
      't.campaign_id', 'c.name', 't.person_id', 't.result_id', 't.due_on',
      column
        .selectFrom('evaluation_reminder as m')
        .where('m.tenant_id', '=', actor.tenantId)
        .where('m.person_id', '=', actor.personId)
        .whereRef('m.campaign_id', '=', 't.campaign_id')
        .whereRef('m.about_person_id', '=', 't.person_id')
        .whereRef('m.sent_at', '>=', 't.filed_at')
        .select((each) => each.fn.max('m.sent_at').as('at'))
        .as('reminded_at'),
    ])
    .execute()
  return rows.map((row) => ({
    ...itemOf('answer_petition', { id: row.campaign_id as CampaignId, name: row.name }, row.person_id, row.due_on as CalendarDate, today, calendar),
    resultId: row.result_id as ResultId,
    remindedAt: (row.reminded_at as Date | null)?.toISOString() ?? null,
  }))
}

/** Petitions that somebody below should have answered by now: escalated to the head above (article 22). */
async function petitionsOverdueBelow(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  const below = await decidersBelow(read, actor, today)
  if (below.length === 0) return []
  const rows = (await selectPetitions(read, actor.tenantId).where('t.status', '=', 'open').where('t.due_on', '<', today).where('p.decider_id', 'in', below).execute()).map(petitionOf)
  return rows.map((petition) => itemOf('overdue_petition', { id: petition.campaignId, name: petition.campaignName }, petition.personId, petition.dueOn, today, calendar))
}

/** Meetings the actor is called to and that are not over: on the day, the ballot is there. */
async function meetingsCalledTo(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  if (actor.personId === null) return []
  const rows = await read
    .selectFrom('evaluation_meeting_attendee as a')
    .innerJoin('evaluation_meeting as m', (join) => join.on('m.tenant_id', '=', actor.tenantId).onRef('m.id', '=', 'a.meeting_id'))
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'm.campaign_id'))
    .where('a.tenant_id', '=', actor.tenantId)
    .where('a.person_id', '=', actor.personId)
    .where('m.status', 'in', ['planned', 'open'])
    .where('c.status', 'in', ['scoring', 'compiling', 'deciding'])
    .select(['m.campaign_id', 'c.name', 'm.held_on', 'm.body_name'])
    .execute()
  return rows.map((row) => ({ ...itemOf('meeting', { id: row.campaign_id as CampaignId, name: row.name }, null, row.held_on as CalendarDate, today, calendar), title: row.body_name }))
}

/** For the personnel body: campaigns in which everybody is scored, or that lie compiled. */
async function compilingWork(read: Reader, actor: Actor, running: readonly Campaign[], today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  if (scopeOf(actor, 'evaluation:manage')?.length === 0) return []
  const items: WorkItem[] = []
  for (const campaign of running) {
    if (campaign.status !== 'scoring' && campaign.status !== 'compiling') continue
    const { manages } = await accessTo(campaign, actor, read, today)
    if (!manages) continue
    const scored = await read
      .selectFrom('evaluation_participant')
      .where('tenant_id', '=', actor.tenantId)
      .where('campaign_id', '=', campaign.id)
      .where('excluded_reason', '=', '')
      .where('status', 'in', ['scored', 'compiled'])
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (scored.count > 0) items.push({ ...itemOf('compile', campaign, null, campaign.due.decide, today, calendar), count: scored.count })
  }
  return items
}

const groupedKinds: readonly WorkItem['kind'][] = ['approve_plan', 'superior_score', 'decide']
// The screen folds long lists itself; by name, one click leads to the very sheet.
const shownOneByOne = 40

/** Many files of one kind in one campaign are one line with a count; a few stand by name. */
function grouped(items: readonly WorkItem[]): WorkItem[] {
  const groups = Map.groupBy(items, (item) => `${item.kind}/${item.campaignId ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length <= shownOneByOne || !groupedKinds.includes(first.kind)) return group
    const reminded = group.map((item) => item.remindedAt).filter((at) => at !== null).toSorted().at(-1) ?? null
    return [{ ...first, personId: null, personName: '', count: group.length, remindedAt: reminded }]
  })
}

function byDeadline(a: WorkItem, b: WorkItem): number {
  if (a.due === b.due) return 0
  if (a.due === null) return 1
  return b.due === null || a.due < b.due ? -1 : 1
}
