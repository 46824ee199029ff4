import { midnight, vietnameseDay } from '#kernel/calendar-date.ts'
import { sql } from 'kysely'
import type { HoldReason } from '#kernel/hold-reason.ts'
import { disposal } from '#platform/retention/disposal.ts'
import type { AirState } from '../../domain/approval/state.ts'
import { keptUntil } from '../../domain/archive/retention.ts'
import { removeStories } from './remove-stories.ts'

/**
 * Stories (tin, bài) past the period of their class, counted from their last airing, or from their last change where they never aired. What the law of the day it
 * aired still keeps is held, and so is what a correction is about.
 */
export const storiesDisposal = disposal<'newsroom'>({
  recordClass: 'stories',
  async find(read, tenantId, endedBefore, today) {
    const before = midnight(endedBefore)
    const rows = await read
      .selectFrom('newsroom_story as s')
      .where('s.tenant_id', '=', tenantId)
      .where((one) => one.or([one('s.aired_at', '<', before), one.and([one('s.aired_at', 'is', null), one('s.changed_at', '<', before)])]))
      .select(['s.id', 's.title', 's.author_id', 's.air', 's.aired_at', 's.changed_at'])
      .select((one) => [
        one
          .selectFrom('newsroom_airing as a')
          .where('a.tenant_id', '=', tenantId)
          .whereRef('a.story_id', '=', 's.id')
          .where((each) => each.not(each.exists(each.selectFrom('newsroom_airing as b').where('b.tenant_id', '=', tenantId).whereRef('b.replaces', '=', 'a.id').select('b.id'))))
          .select(sql<Date[] | null>`array_agg(a.started_at order by a.started_at)`.as('airings'))
          .as('airings'),
        one
          .exists(
            one
              .selectFrom('newsroom_correction as c')
              .leftJoin('newsroom_story as n', (join) => join.on('n.tenant_id', '=', tenantId).onRef('n.id', '=', 'c.notice_story_id'))
              .where('c.tenant_id', '=', tenantId)
              .where((each) => each.or([each('c.notice_story_id', '=', each.ref('s.id')), each.and([each('c.story_id', '=', each.ref('s.id')), each.or([each('n.air', 'is', null), each('n.air', 'in', ['none', 'placed'])])])]))
              .select('c.id'),
          )
          .as('corrected'),
      ])
      .orderBy('s.id')
      .execute()
    return rows
      .map((row) => {
        const days = (row.airings ?? (row.aired_at === null ? [] : [row.aired_at])).map((at) => vietnameseDay(new Date(at)))
        const kept = keptUntil(days)
        const hold: HoldReason | null = kept !== null && kept.until >= today ? 'kept-by-law' : row.corrected ? 'correction-open' : (row.air as AirState) === 'placed' ? 'still-running' : null
        return { id: row.id, endedOn: days.at(-1) ?? vietnameseDay(row.changed_at), label: row.title, personId: row.author_id, hold }
      })
      .filter(({ endedOn }) => endedOn < endedBefore)
      .sort((a, b) => (a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : 0))
  },
  async remove(tx, tenantId, ids) {
    return { rows: await removeStories(tx, tenantId, ids), files: [] }
  },
})
