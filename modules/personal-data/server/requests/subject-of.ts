import type { Actor } from '#kernel/actor.ts'
import type { AccountId, PersonId } from '#kernel/id.ts'

/** Who filed a request, without any right but to their own: what is meant is looked up exactly as they saw it. */
export function subjectOf({ tenantId }: Actor, request: { readonly accountId: AccountId; readonly personId: PersonId | null }): Actor {
  return { tenantId, accountId: request.accountId, personId: request.personId, displayName: '', posts: [], grants: [] }
}
