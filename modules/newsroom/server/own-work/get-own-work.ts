import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { query, type Handlers } from '#platform/http/handler.ts'
import { ownWorkRoutes } from '../../contract/own-work-routes.ts'
import { openStates } from '../../domain/planning/state.ts'
import { seesPlan } from '../planning/assignment-rows.ts'
import { storiesToSign } from '../signing/stories-to-sign.ts'
import { signsOrServes } from '../signing/delegations.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { storiesReturned } from './stories-returned.ts'

/** Days ahead in which an assignment is near. */
const nearDays = 7

const counted = (ids: readonly StoryId[]) => ({ count: ids.length, only: ids.length === 1 ? (ids[0] ?? null) : null })

/** What waits in the newsroom for the one who asks (việc của tôi ở tòa soạn): counts, and where to go. */
export const ownWorkHandlers: Handlers<typeof ownWorkRoutes> = {
  getOwnWork: query(ownWorkRoutes.getOwnWork, async ({ actor, read, now, today }) => {
    const opens = await signsOrServes(read, actor, today)
    const { tenantId, personId } = actor
    if (!opens || personId === null) return { opens, returned: counted([]), toSign: counted([]), assignments: [] }
    const day = await unitsOfDay(read, actor, today)
    const rows = await read
      .selectFrom('newsroom_assignment')
      .where('tenant_id', '=', tenantId)
      .where('state', 'in', openStates)
      .where((where) => where.or([where('writer_id', '=', personId), where('filmer_id', '=', personId)]))
      .where('due_at', '<', new Date(now.getTime() + nearDays * 86_400_000))
      .select(['unit_id', 'due_at', 'on_date'])
      .orderBy('due_at')
      .orderBy('on_date')
      .execute()
    const near = rows.filter((row) => seesPlan(day, row.unit_id as UnitId))
    return {
      opens,
      returned: counted(await storiesReturned(read, tenantId, personId)),
      toSign: counted((await storiesToSign({ read, actor: { ...actor, personId }, day })).map(({ id }) => id)),
      assignments: [...Map.groupBy(near, (row) => vietnameseDay(row.due_at))].map(([due, [first, ...more]]) => ({ due, onDate: (first?.on_date ?? due) as CalendarDate, count: 1 + more.length })),
    }
  }),
}
