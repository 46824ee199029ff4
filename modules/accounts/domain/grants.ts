import type { Grant, HeldPost } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import { rightsOfHead, rightsOfMember, rightsOfRole, type GrantedRole } from './roles.ts'

/** A role given by hand, already known to be valid on the day. */
export interface GivenRole {
  readonly role: GrantedRole
  readonly unitId: UnitId | null
}

/**
 * Every right of somebody on one day: what the posts held give, and what was granted. Somebody whose last post
 * ended keeps no right that follows from posts, the right to their own sheets included (access ends with the post).
 */
export function grantsOf(posts: readonly HeldPost[], given: readonly GivenRole[]): Grant[] {
  const grants: Grant[] = []
  const add = (permission: Permission, unitId: UnitId | null): void => {
    if (!grants.some((known) => known.permission === permission && known.unitId === unitId)) grants.push({ permission, unitId })
  }
  if (posts.length > 0) rightsOfMember.forEach((permission) => add(permission, null))
  for (const post of posts) {
    if (post.isHead) rightsOfHead.forEach((permission) => add(permission, post.unitId))
  }
  for (const { role, unitId } of given) rightsOfRole[role].forEach((permission) => add(permission, unitId))
  return grants
}
