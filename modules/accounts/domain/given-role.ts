import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Actor } from '#kernel/actor.ts'
import type { AccountId, Id, PersonId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { refuse } from '#kernel/refusal.ts'
import { wholeCommitteeRoles, type GrantedRole } from './roles.ts'

export type GrantId = Id<'grant'>

/** Units of today's tree, as far as their place goes. */
export type PlacedUnits = ReadonlyMap<UnitId, { readonly id: UnitId; readonly parentId: UnitId | null }>

/** A role over a unit subtree, from the first to the last day; a last day before the first: taken back on its first day or before. */
export interface RoleSpan {
  readonly role: GrantedRole
  readonly unitId: UnitId | null
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** Somebody with a login, and the roles they have or will have. */
export interface RoleHolder {
  readonly accountId: AccountId
  readonly personId: PersonId | null
  readonly roles: readonly RoleSpan[]
}

/** Whether a role lasts, is yet to begin, or is over. */
export type RoleState = 'in_force' | 'future' | 'ended'

/** How a role stands on a day. */
export function roleState({ from, to }: Pick<RoleSpan, 'from' | 'to'>, today: CalendarDate): RoleState {
  if (to !== null && (to < from || to < today)) return 'ended'
  return from > today ? 'future' : 'in_force'
}

/**
 * Refuses a role (vai trò được giao) that somebody gives to themselves, that begins in the past or ends before it begins,
 * that is of the whole committee by its nature, or that the holder has on some of these days over this unit or a wider one.
 */
export function checkGiving(actor: Actor, holder: RoleHolder, asked: RoleSpan, units: PlacedUnits, today: CalendarDate): void {
  if (isSelf(actor, holder)) refuse('accounts.role.own')
  if (asked.from < today) refuse('accounts.role.past', { today })
  if (asked.to !== null && asked.to < asked.from) refuse('accounts.role.dates')
  if (asked.unitId !== null && wholeCommitteeRoles.has(asked.role)) refuse('accounts.role.whole-committee', { role: asked.role })
  const above = asked.unitId === null ? [] : lineage(units, asked.unitId).map((unit) => unit.id)
  const held = holder.roles.find((known) => known.role === asked.role && (known.unitId === null || above.includes(known.unitId)) && sharesDay(known, asked))
  if (held !== undefined) refuse('accounts.role.held', { role: held.role, unitId: held.unitId, from: held.from, to: held.to })
}

/** An administrator of the whole committee other than the one whose role ends, who can sign in. */
export type OtherAdministrator = Pick<RoleSpan, 'from' | 'to'>

/**
 * The last day of a role that is over from a day on. Refused in the past, when the role is over by then anyway, and when
 * no administrator of the whole committee would be left on a day on which this one would have been there.
 */
export function lastDayOf(span: RoleSpan, overFrom: CalendarDate, others: readonly OtherAdministrator[], today: CalendarDate): CalendarDate {
  if (overFrom < today) refuse('accounts.role.past', { today })
  if (span.to !== null && span.to < overFrom) refuse('accounts.role.ends-earlier', { to: span.to })
  const missedFrom = overFrom < span.from ? span.from : overFrom
  const covered = others.some((other) => other.from <= missedFrom && (other.to === null || (span.to !== null && other.to >= span.to)))
  if (span.role === 'administrator' && span.unitId === null && !covered) refuse('accounts.role.last-administrator')
  const eve = addDays(overFrom, -1)
  const never = addDays(span.from, -1)
  return eve < never ? never : eve
}

/** Somebody with two accounts is still one person. */
function isSelf(actor: Actor, holder: Pick<RoleHolder, 'accountId' | 'personId'>): boolean {
  return holder.accountId === actor.accountId || (holder.personId !== null && holder.personId === actor.personId)
}

function sharesDay(one: RoleSpan, other: RoleSpan): boolean {
  if (one.to !== null && one.to < one.from) return false
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)
}
