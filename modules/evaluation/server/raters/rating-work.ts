import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { type WorkCalendar, workingDaysLeft } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import type { workItem } from '../../contract/views.ts'
import { kindsOf } from '../../domain/raters.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'

/** Whom the actor still rates beside being subject or superior: one line per campaign and kind, with how many. */
export async function ratingWork(read: Reader, actor: Actor, campaigns: readonly Campaign[], today: CalendarDate, calendar: WorkCalendar): Promise<z.input<typeof workItem>[]> {
  const scoring = campaigns.filter((campaign) => campaign.status === 'scoring')
  if (actor.personId === null || scoring.length === 0) return []
  const rows = await read
    .selectFrom('evaluation_rater as r')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', actor.tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .where('r.tenant_id', '=', actor.tenantId)
    .where('r.rater_person_id', '=', actor.personId)
    .where('r.status', '=', 'waiting')
    .where('r.campaign_id', 'in', scoring.map((campaign) => campaign.id))
    .where('p.excluded_reason', '=', '')
    .groupBy(['r.campaign_id', 'r.kind'])
    .select((column) => [
      'r.campaign_id', 'r.kind', column.cast<number>(column.fn.countAll(), 'integer').as('count'),
      column
        .selectFrom('evaluation_reminder as m')
        .where('m.tenant_id', '=', actor.tenantId)
        .where('m.person_id', '=', actor.personId)
        .whereRef('m.campaign_id', '=', 'r.campaign_id')
        .whereRef('m.rater_kind', '=', 'r.kind')
        .select((each) => each.fn.max('m.sent_at').as('at'))
        .as('reminded_at'),
    ])
    .orderBy('r.campaign_id')
    .orderBy('r.kind')
    .execute()
  const items: z.input<typeof workItem>[] = []
  for (const row of rows) {
    const campaign = scoring.find((each) => each.id === row.campaign_id)
    if (campaign === undefined) continue
    const rater = kindsOf(await pinnedRulebook(read, actor.tenantId, campaign.rulebook)).find((each) => each.id === row.kind)
    if (rater === undefined) continue
    items.push({
      kind: 'rate',
      campaignId: campaign.id,
      campaignName: campaign.name,
      personId: null,
      personName: '',
      resultId: null,
      taskId: null,
      title: campaign.name,
      count: row.count,
      due: campaign.due.superior,
      workingDaysLeft: workingDaysLeft(today, campaign.due.superior, calendar),
      remindedAt: (row.reminded_at as Date | null)?.toISOString() ?? null,
      raterKind: { id: rater.id, name: rater.name },
    })
  }
  return items
}
