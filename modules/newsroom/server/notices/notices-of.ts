import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import { inOrderOfNeed, noticeKey, toldForDays } from '../../domain/notices/notice.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { unitsOfDay, type UnitsOfDay } from '../stories/units-of-day.ts'
import { assignmentsFor } from './assignments-for.ts'
import { commentsFor } from './comments-for.ts'
import { correctionsDue } from './corrections-due.ts'
import { ownStories } from './own-stories.ts'
import { signaturesDue } from './signatures-due.ts'
import { storiesWaiting } from './stories-waiting.ts'
import type { Told } from './told.ts'

/** A notice with its name and whether it was read. */
export interface Notice extends Told {
  readonly key: string
  readonly read: boolean
}

/** At most so many are told; what presses is among them. */
const mostTold = 200

/** Everything somebody of the newsroom is told now (thông báo). Somebody without a person belongs to no story and is told nothing. */
export async function noticesOf({ read, actor, now, today, calendar }: { readonly read: Reader; readonly actor: Actor; readonly now: Date; readonly today: CalendarDate; readonly calendar: WorkCalendar }): Promise<Notice[]> {
  const day = await unitsOfDay(read, actor, today)
  mustListen(actor, day)
  const { personId } = actor
  if (personId === null) return []
  const listener = { read, actor: { ...actor, personId }, day, now, since: new Date(now.getTime() - toldForDays * 86_400_000), calendar }
  const told: Told[] = []
  for (const tell of [storiesWaiting, ownStories, commentsFor, assignmentsFor, signaturesDue, correctionsDue]) told.push(...(await tell(listener)))
  const known = await readKeys(read, actor, personId)
  return inOrderOfNeed(
    told.map((notice) => {
      const key = noticeKey(notice.kind, notice.about, notice.at)
      return { ...notice, key, read: known.has(key) }
    }),
  ).slice(0, mostTold)
}

/** Refuses whoever belongs to no newsroom. */
export function mustListen(actor: Actor, { delegatedLevels }: UnitsOfDay): void {
  if (!newsroomRights.some((right) => holds(actor, right)) && delegatedLevels.size === 0) refuse('platform.not-found')
}

async function readKeys(read: Reader, { tenantId }: Actor, personId: PersonId): Promise<Set<string>> {
  const rows = await read.selectFrom('newsroom_notice_read').where('tenant_id', '=', tenantId).where('person_id', '=', personId).select('notice').execute()
  return new Set(rows.map(({ notice }) => notice))
}
