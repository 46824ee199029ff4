import type { AccountId, PersonId, PostId, TenantId, UnitId } from './id.ts'
import type { Permission } from './permission.ts'

/** One right over a unit subtree on the day of the request; `unitId` null means the whole tenant. */
export interface Grant {
  readonly permission: Permission
  readonly unitId: UnitId | null
}

/** A post held on the day of the request. */
export interface HeldPost {
  readonly postId: PostId
  readonly unitId: UnitId
  readonly isHead: boolean
}

/** Who acts (người thực hiện): an account, the person behind it if any, and what today's posts and grants admit. */
export interface Actor {
  readonly accountId: AccountId
  readonly tenantId: TenantId
  readonly personId: PersonId | null
  readonly displayName: string
  readonly posts: readonly HeldPost[]
  readonly grants: readonly Grant[]
}

/** Whether the actor holds a right anywhere at all. */
export function holds(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => grant.permission === permission)
}

/** Whether the actor holds a right over a unit, given the unit's ancestors (itself included) on the day. */
export function holdsOver(actor: Actor, permission: Permission, lineage: readonly UnitId[]): boolean {
  return actor.grants.some(
    (grant) => grant.permission === permission && (grant.unitId === null || lineage.includes(grant.unitId)),
  )
}

/** Units over which the actor holds a right; null means the whole tenant. */
export function scopeOf(actor: Actor, permission: Permission): readonly UnitId[] | null {
  const units: UnitId[] = []
  for (const grant of actor.grants) {
    if (grant.permission !== permission) continue
    if (grant.unitId === null) return null
    units.push(grant.unitId)
  }
  return units
}
