import type { z } from 'zod'
import { daysBetween, weekday, type CalendarDate } from '#kernel/calendar-date.ts'
import type { workItem } from '../../contract/views.ts'
import { places, type Place } from '../places.ts'
import type { OtherWork } from './other-work.ts'

export type WorkItem = z.output<typeof workItem>

/** When something is due, as the list is cut: overdue, today, until Sunday, later, no deadline. */
export const dueGroups = ['overdue', 'today', 'this_week', 'later', 'no_deadline'] as const
export type DueGroup = (typeof dueGroups)[number]

/** Things of one kind in one campaign that are due together (tasks: in the same group): one card on the screen. */
export interface WorkBundle {
  readonly key: string
  readonly kind: WorkItem['kind']
  readonly campaignName: string
  /** The nearest deadline in it. */
  readonly due: CalendarDate | null
  readonly workingDaysLeft: number | null
  readonly items: readonly WorkItem[]
  /** How many things wait in it; an item may itself stand for several. */
  readonly count: number
  /** Last reminder among its items. */
  readonly remindedAt: string | null
}

/** The group a deadline falls in on a day; weeks end on Sunday. */
export function dueGroupOf(due: CalendarDate | null, today: CalendarDate): DueGroup {
  if (due === null) return 'no_deadline'
  const days = daysBetween(today, due)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= 7 - weekday(today) ? 'this_week' : 'later'
}

/** Tasks come one a day; a card for each day would bury the rest. */
const bundledOverDays: ReadonlySet<WorkItem['kind']> = new Set(['report_task', 'judge_task', 'approve_ad_hoc'])

/** Cuts the list by deadline, nearest first, puts what is alike into one bundle and what waits in other modules after it. Empty groups are left out. */
export function groupWork(items: readonly WorkItem[], others: readonly OtherWork[], today: CalendarDate): { group: DueGroup; bundles: WorkBundle[]; others: OtherWork[] }[] {
  const byGroup = new Map<DueGroup, Map<string, WorkItem[]>>()
  const sorted = [...items].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  for (const item of sorted) {
    const group = dueGroupOf(item.due, today)
    const bundles = byGroup.get(group) ?? new Map<string, WorkItem[]>()
    byGroup.set(group, bundles)
    const key = [item.kind, item.raterKind?.id ?? '', item.campaignId ?? item.unit?.unitCampaignId ?? '', bundledOverDays.has(item.kind) ? '' : (item.due ?? '')].join(' ')
    bundles.set(key, [...(bundles.get(key) ?? []), item])
  }
  return dueGroups.flatMap((group) => {
    const bundles = [...(byGroup.get(group) ?? [])].map(([key, same]) => bundleOf(key, same))
    const elsewhere = others.filter(({ due }) => dueGroupOf(due, today) === group)
    return bundles.length + elsewhere.length > 0 ? [{ group, bundles, others: elsewhere }] : []
  })
}

function bundleOf(key: string, items: readonly WorkItem[]): WorkBundle {
  const first = items[0]
  if (first === undefined) throw new Error('a bundle has at least one item')
  const reminders = items.flatMap((item) => (item.remindedAt === null ? [] : [item.remindedAt])).sort()
  return {
    key,
    kind: first.kind,
    campaignName: first.campaignName,
    due: first.due,
    workingDaysLeft: first.workingDaysLeft,
    items,
    count: items.reduce((sum, item) => sum + item.count, 0),
    remindedAt: reminders.at(-1) ?? null,
  }
}

/** The very place where an item is done. */
export function placeOf(item: WorkItem): Place {
  const { campaignId, personId, taskId } = item
  switch (item.kind) {
    case 'propose_plan':
    case 'approve_plan':
    case 'self_score':
    case 'superior_score':
    case 'returned_sheet':
      if (campaignId === null) return places.campaigns()
      return personId === null ? places.campaign(campaignId, { status: item.kind === 'approve_plan' ? 'self_scoring' : 'superior_scoring' }) : places.sheet(campaignId, personId)
    case 'rate':
      return campaignId === null || item.raterKind === null ? places.campaigns() : places.ratings(campaignId, item.raterKind.id)
    case 'compile':
      return campaignId === null ? places.campaigns() : places.campaign(campaignId)
    case 'decide':
      if (campaignId === null) return places.campaigns()
      return personId === null ? places.results(campaignId, { only: 'undecided' }) : places.result(campaignId, personId)
    case 'read_result':
      if (campaignId === null) return places.campaigns()
      return personId === null ? places.results(campaignId) : places.result(campaignId, personId)
    case 'respond_to_points':
      return campaignId === null || personId === null ? places.campaigns() : places.sheet(campaignId, personId)
    case 'meeting':
      return campaignId === null ? places.campaigns() : places.meetings(campaignId)
    case 'unit_self_score':
    case 'unit_returned_sheet':
    case 'unit_score':
    case 'unit_decide':
      return item.unit === null ? places.rounds() : places.unitFile(item.unit.unitCampaignId, item.unit.id)
    case 'overdue_petition':
    case 'answer_petition':
      return places.petitions()
    case 'report_task':
      return places.tasks(taskId === null ? { status: 'open', month: 'all' } : { task: taskId })
    case 'judge_task':
      return places.tasks({ who: 'mine', status: 'reported', month: 'all', ...(taskId === null ? {} : { task: taskId }) })
    case 'approve_ad_hoc':
      return places.tasks({ who: 'mine', status: 'proposed', month: 'all', ...(taskId === null ? {} : { task: taskId }) })
  }
}
