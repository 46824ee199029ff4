import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** The register and what is deleted concern the whole committee: a right over a part of it is none here. */
export async function mustAnswerForAll(read: Reader, actor: Actor, today: CalendarDate): Promise<void> {
  if (actor.grants.some((grant) => grant.permission === 'personal-data:manage' && grant.unitId === null)) return
  const tops = (await unitTreeAsOf(read, actor.tenantId, today)).filter((unit) => unit.parentId === null)
  if (tops.length === 0 || !tops.every((unit) => holdsOver(actor, 'personal-data:manage', [unit.id]))) refuse('platform.not-found')
}
