import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdersOfRight } from '#modules/accounts/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Delegation } from '../../domain/approval/may-sign.ts'
import type { ApprovalLevel } from '../../domain/approval/state.ts'
import { newsroomRights } from '../../domain/policy.ts'

/** The right each level signs with. */
export const rightOfLevel = { department: 'newsroom:review', leadership: 'newsroom:approve' } as const satisfies Record<ApprovalLevel, string>

/** A delegation that holds today, and the units over which whoever delegated has the right today; null means all. */
export interface HeldDelegation {
  readonly delegation: Delegation
  readonly units: readonly UnitId[] | null
}

/** What was delegated in writing to somebody and holds today: nobody passes on a right they no longer have. */
export async function delegationsTo(read: Reader, tenantId: TenantId, to: PersonId, today: CalendarDate): Promise<HeldDelegation[]> {
  const rows = await read
    .selectFrom('newsroom_delegation')
    .where('tenant_id', '=', tenantId)
    .where('to_id', '=', to)
    .where('from_day', '<=', today)
    .where('to_day', '>=', today)
    .where('ended_at', 'is', null)
    .select(['id', 'from_id', 'level', 'from_day', 'to_day', 'document_number', 'both_levels'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const levels = [...new Set(rows.map((row) => row.level as ApprovalLevel))]
  const holders = new Map(await Promise.all(levels.map(async (level) => [level, await holdersOfRight(read, tenantId, rightOfLevel[level], today)] as const)))
  return rows.flatMap((row) => {
    const level = row.level as ApprovalLevel
    const held = (holders.get(level) ?? []).filter(({ personId }) => personId === row.from_id)
    if (held.length === 0) return []
    const units = held.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))
    const delegation = { id: row.id as Id<'delegation'>, from: row.from_id as PersonId, to, level, fromDay: row.from_day as CalendarDate, toDay: row.to_day as CalendarDate, document: row.document_number, bothLevels: row.both_levels }
    return [{ delegation, units: units.length < held.length ? null : units }]
  })
}

/** Refuses, as if there were nothing, whoever neither has a role of the newsroom nor signs for somebody who has. */
export async function mustSignOrServe(read: Reader, actor: Actor, today: CalendarDate): Promise<void> {
  if (!(await signsOrServes(read, actor, today))) refuse('platform.not-found')
}

/** Whether somebody has a role of the newsroom or signs for somebody who has. */
export async function signsOrServes(read: Reader, actor: Actor, today: CalendarDate): Promise<boolean> {
  if (newsroomRights.some((right) => holds(actor, right))) return true
  return actor.personId !== null && (await delegationsTo(read, actor.tenantId, actor.personId, today)).length > 0
}
