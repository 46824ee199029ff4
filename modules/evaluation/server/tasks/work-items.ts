import { sql } from 'kysely'
import type { z } from 'zod'
import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type TenantId } from '#kernel/id.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import { organisationAsOf, personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { workItem } from '../../contract/views.ts'
import type { TaskStatus } from '../../domain/task.ts'
import { mainHoldings } from './assignable.ts'
import { isNamedSuperior } from './named-superior.ts'
import { periodClosed } from './task-rows.ts'

type WorkItem = z.input<typeof workItem>

const mostItems = 100

/** What waits for the actor among tasks (Việc của tôi): own open tasks, reports to judge and ad-hoc work to accept, by deadline. */
export async function taskWorkItems(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  const own = await ownOpenTasks(read, actor, today, calendar)
  if (actor.personId === null || !holds(actor, 'evaluation:score')) return own
  const waiting = await waitingForSuperior(read, actor.tenantId, actor.personId, await peopleTrackedBy(read, actor, actor.personId, today))
  const names = await personNames(read, actor.tenantId, waiting.map((one) => one.personId))
  const nameOf = (personId: PersonId) => names.get(personId)?.fullName ?? ''
  return [...own, ...itemsOf(waiting, nameOf, 'judge_task', 'reported', today, calendar), ...itemsOf(waiting, nameOf, 'approve_ad_hoc', 'proposed', today, calendar)]
}

async function ownOpenTasks(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  if (actor.personId === null) return []
  const rows = await read
    .selectFrom('evaluation_task as t')
    .where('t.tenant_id', '=', actor.tenantId)
    .where('t.person_id', '=', actor.personId)
    .where('t.status', '=', 'open')
    .where((where) => where.not(periodClosed(actor.tenantId)))
    .select(['t.id', 't.title', 't.deadline'])
    .orderBy('t.deadline')
    .orderBy('t.id')
    .limit(mostItems)
    .execute()
  return rows.map((row) =>
    item({ kind: 'report_task', personId: actor.personId, personName: actor.displayName, taskId: row.id, title: row.title, count: 1, due: row.deadline as CalendarDate }, today, calendar),
  )
}

/** People whose direct superior the actor is today (article 10.1): a head above another head is not asked too. */
async function peopleTrackedBy(read: Reader, actor: Actor, me: PersonId, today: CalendarDate): Promise<PersonId[]> {
  const organisation = await organisationAsOf(read, actor.tenantId, today)
  return mainHoldings(organisation.holdings).flatMap((holding) => {
    const superior = organisation.superiorOf(holding)
    return superior.found && superior.personId === me ? [holding.personId] : []
  })
}

interface Waiting {
  readonly personId: PersonId
  readonly status: TaskStatus
  readonly count: number
  readonly due: CalendarDate
  readonly taskId: string
  readonly title: string
}

async function waitingForSuperior(read: Reader, tenantId: TenantId, me: PersonId, people: readonly PersonId[]): Promise<Waiting[]> {
  const rows = await read
    .selectFrom('evaluation_task as t')
    .where('t.tenant_id', '=', tenantId)
    .where('t.person_id', '<>', me)
    .where((where) => where.or([sql<boolean>`t.person_id = any(${[...people]}::uuid[])`, isNamedSuperior(tenantId, me)]))
    .where('t.status', 'in', ['reported', 'proposed'])
    .where((where) => where.not(periodClosed(tenantId)))
    .groupBy(['t.person_id', 't.status'])
    .select((each) => [
      't.person_id',
      't.status',
      each.fn.countAll<number>().as('count'),
      each.fn.min('t.deadline').as('due'),
      each.fn.min(each.cast<string>('t.id', 'text')).as('task_id'),
      each.fn.min('t.title').as('title'),
    ])
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    status: row.status as TaskStatus,
    count: Number(row.count),
    due: row.due as CalendarDate,
    taskId: row.task_id,
    title: row.title,
  }))
}

function itemsOf(waiting: readonly Waiting[], nameOf: (personId: PersonId) => string, kind: 'judge_task' | 'approve_ad_hoc', status: TaskStatus, today: CalendarDate, calendar: WorkCalendar): WorkItem[] {
  return waiting
    .filter((one) => one.status === status)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ personId, count, due, taskId, title }) =>
      item({ kind, personId, personName: nameOf(personId), taskId: count === 1 ? taskId : null, title: count === 1 ? title : '', count, due }, today, calendar),
    )
}

interface Wanted {
  readonly kind: WorkItem['kind']
  readonly personId: PersonId | null
  readonly personName: string
  readonly taskId: string | null
  readonly title: string
  readonly count: number
  readonly due: CalendarDate
}

function item({ taskId, ...wanted }: Wanted, today: CalendarDate, calendar: WorkCalendar): WorkItem {
  return {
    ...wanted,
    taskId: taskId === null ? null : asId<'task'>(taskId),
    campaignId: null,
    campaignName: '',
    resultId: null,
    workingDaysLeft: workingDaysLeft(today, wanted.due, calendar),
    remindedAt: null,
  }
}
