import type { Actor } from '#kernel/actor.ts'
import { asId, type PersonId, type UnitId } from '#kernel/id.ts'
import { grantsOf } from '#modules/accounts/domain/grants.ts'
import type { GrantedRole } from '#modules/accounts/domain/roles.ts'

/** The commune of the matrix: its People's Committee with an office (in it a team) and a division, and beside them a Party committee. */
export const places = ['committee', 'office', 'team', 'division', 'party'] as const
export type Place = (typeof places)[number]

/** Each unit and those above it, written out. The work looked at belongs to the office. */
export const lineOf: Readonly<Record<Place, readonly Place[]>> = {
  committee: ['committee'],
  office: ['office', 'committee'],
  team: ['team', 'office', 'committee'],
  division: ['division', 'committee'],
  party: ['party'],
}

/** Units that stand at the top of a body. */
export const tops: readonly Place[] = ['committee', 'party']

/** Somebody as an official would describe them: no right is named, only posts, roles and who they are. */
export interface Somebody {
  readonly name: string
  /** Whether they belong to this committee or to a neighbour of it. */
  readonly ours: boolean
  /** Who it is; null for an account without a person. */
  readonly person: string | null
  readonly posts: readonly { readonly unit: Place; readonly head: boolean }[]
  /** Roles given by hand; `over` null means the whole committee. */
  readonly roles: readonly { readonly role: GrantedRole; readonly over: Place | null }[]
}

/** The same person as the program knows them today; units and people by the ids given. */
export function actorOf(who: Somebody, idOf: { unit(place: Place): UnitId; person(name: string): PersonId; tenant: string }): Actor {
  const posts = who.posts.map(({ unit, head }, at) => ({ postId: asId<'post'>(`post-${at}`), unitId: idOf.unit(unit), isHead: head }))
  const given = who.roles.map(({ role, over }) => ({ role, unitId: over === null ? null : idOf.unit(over) }))
  return {
    accountId: asId<'account'>(who.name),
    tenantId: asId<'tenant'>(idOf.tenant),
    personId: who.person === null ? null : idOf.person(who.person),
    displayName: who.name,
    posts,
    grants: grantsOf(posts, given),
  }
}
