import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { isPublished } from '../domain/policy.ts'
import { maySeeTask } from '../domain/task-policy.ts'
import { requireVisible } from './campaigns/campaign-access.ts'
import { loadCampaign } from './campaigns/campaign-row.ts'
import { namedSuperior } from './tasks/named-superior.ts'
import { selectTasks, taskOf } from './tasks/task-rows.ts'
import { unitsOfDay } from './tasks/task-scope.ts'
import { viewsOf } from './tasks/task-views.ts'

/** What papers can be attached to here: evidence of a task, documents of a campaign. */
export interface PaperPlace {
  readonly kind: 'task' | 'campaign'
  readonly id: string
}

/** Whose record a paper there touches, and whether the actor may add one. */
export interface PaperAccess {
  readonly mayAdd: boolean
  readonly personId: PersonId | null
}

/** What the actor may do with papers of a task or a campaign; `platform.not-found` for whoever does not see them. */
export async function paperAccess(read: Reader, actor: Actor, today: CalendarDate, place: PaperPlace): Promise<PaperAccess> {
  return place.kind === 'task' ? ofTask(read, actor, today, place.id) : ofCampaign(read, actor, today, place.id as CampaignId)
}

async function ofTask(read: Reader, actor: Actor, today: CalendarDate, id: string): Promise<PaperAccess> {
  const row = await selectTasks(read, actor.tenantId).where('t.id', '=', id).executeTakeFirst()
  if (row === undefined) return refuse('platform.not-found')
  const task = taskOf(row)
  const day = await unitsOfDay(read, actor.tenantId, today)
  const isNamed = await namedSuperior(read, actor, [task.personId])
  if (!maySeeTask(actor, task.personId, day.lineageOf(task.unitId), isNamed(task.personId, task.month))) refuse('platform.not-found')
  const [view] = await viewsOf(read, actor, day, [task])
  return { mayAdd: view?.can.includes('add_evidence') ?? false, personId: task.personId }
}

async function ofCampaign(read: Reader, actor: Actor, today: CalendarDate, id: CampaignId): Promise<PaperAccess> {
  const campaign = await loadCampaign(read, actor.tenantId, id)
  const { manages } = await requireVisible(campaign, actor, read, today)
  if (!manages && !isPublished(campaign.status)) refuse('platform.not-found')
  return { mayAdd: manages, personId: null }
}

/** Tasks and campaigns by what they are called, for a register of the whole committee. */
export async function namesOfPlaces(read: Reader, tenantId: TenantId, places: readonly PaperPlace[]): Promise<Map<string, string>> {
  const ids = (kind: PaperPlace['kind']): string[] => places.filter((place) => place.kind === kind).map((place) => place.id)
  const [tasks, campaigns] = [ids('task'), ids('campaign')]
  const titles = tasks.length === 0 ? [] : await read.selectFrom('evaluation_task').where('tenant_id', '=', tenantId).where('id', 'in', tasks).select(['id', 'title as name']).execute()
  const names = campaigns.length === 0 ? [] : await read.selectFrom('evaluation_campaign').where('tenant_id', '=', tenantId).where('id', 'in', campaigns).select(['id', 'name']).execute()
  return new Map([...titles, ...names].map(({ id, name }) => [id, name]))
}
