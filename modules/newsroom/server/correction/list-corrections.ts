import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { correctionTerm } from '../../domain/correction/deadline.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { correctionOf, selectCorrections, type CorrectionRow } from './correction-row.ts'

/** Corrections (cải chính) of the newsroom, the latest received first. */
export const listCorrections = query(correctionRoutes.listCorrections, async ({ query: asked, actor, read, today, calendar }) => {
  const day = await unitsOfDay(read, actor, today)
  if (!newsroomRights.some((right) => holds(actor, right)) && day.delegatedLevels.size === 0) refuse('platform.not-found')
  let rows = selectCorrections(read, actor).orderBy('c.received_on', 'desc').orderBy('c.id', 'desc').limit(pageLimit(asked.limit))
  const units = day.readable
  if (units !== null) rows = rows.where(sql<boolean>`s.unit_id = any(${units}::uuid[])`)
  if (asked.after !== undefined) {
    const [received, id] = pageKey(asked.after, ['date', 'uuid'])
    rows = rows.where((one) => one.or([one('c.received_on', '<', received), one.and([one('c.received_on', '=', received), one('c.id', '<', id)])]))
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.received_on, row.id])
  return { items: page.items.map((row) => lineOf(correctionOf(actor, day, row), today, calendar)), next: page.next }
})

/** A correction as lists show it. */
export function lineOf({ id, storyId, storyTitle, documentNumber, receivedOn, state }: CorrectionRow, today: CalendarDate, calendar: WorkCalendar) {
  const term = correctionTerm(receivedOn, calendar)
  return { id, story: { id: storyId, title: storyTitle }, documentNumber, receivedOn, term, overdue: term !== null && state !== 'done' && term.due < today, state }
}
