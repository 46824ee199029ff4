import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import type { workItem } from '../../contract/views.ts'
import { waitsFor } from '../../domain/unit-order.ts'
import { loadUnitReturns } from './unit-records.ts'
import { loadUnitFiles, selectUnitCampaigns, unitCampaignOf, type UnitCampaign, type UnitFile } from './unit-row.ts'

type WorkItem = z.input<typeof workItem>

/** Organisations that wait for the actor: to fill in their own sheet, to score, to decide once those below are decided. */
export async function unitWork(read: Reader, actor: Actor, today: CalendarDate, calendar: WorkCalendar): Promise<WorkItem[]> {
  if (actor.personId === null) return []
  const running = (await selectUnitCampaigns(read, actor.tenantId).where('c.status', '=', 'running').execute()).map(unitCampaignOf)
  const items: WorkItem[] = []
  for (const campaign of running) {
    const files = await loadUnitFiles(read, actor.tenantId, campaign.id)
    const mine = files.some((file) => file.selfId === actor.personId && file.status === 'self_scoring')
    const returned = new Set(mine ? (await loadUnitReturns(read, actor.tenantId, campaign.id)).flatMap((each) => (each.rater === 'self' ? [each.unitId] : [])) : [])
    for (const file of files) {
      const kind = workOn(files, file, actor.personId, returned)
      if (kind !== null) items.push(itemOf(kind, campaign, file, kind === 'unit_self_score' || kind === 'unit_returned_sheet' ? campaign.due.self : campaign.due.decide, today, calendar))
    }
  }
  return items
}

function workOn(files: readonly UnitFile[], file: UnitFile, me: string, returned: ReadonlySet<UnitId>): 'unit_self_score' | 'unit_returned_sheet' | 'unit_score' | 'unit_decide' | null {
  if (file.excludedReason !== '') return null
  if (file.status === 'self_scoring' && file.selfId === me) return returned.has(file.unitId) ? 'unit_returned_sheet' : 'unit_self_score'
  if (file.recogniserId !== me) return null
  if (file.status === 'scoring') return 'unit_score'
  return file.status === 'scored' && waitsFor(files, file.unitId).length === 0 ? 'unit_decide' : null
}

function itemOf(kind: WorkItem['kind'], campaign: UnitCampaign, file: UnitFile, due: CalendarDate, today: CalendarDate, calendar: WorkCalendar): WorkItem {
  return {
    kind,
    campaignId: null,
    campaignName: campaign.name,
    personId: null,
    personName: '',
    resultId: null,
    unit: { id: file.unitId, unitCampaignId: campaign.id },
    taskId: null,
    title: file.name,
    count: 1,
    due,
    workingDaysLeft: workingDaysLeft(today, due, calendar),
    remindedAt: null,
  }
}
