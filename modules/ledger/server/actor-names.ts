import type { PersonId, TenantId } from '#kernel/id.ts'
import { accountNames } from '#modules/accounts/server/index.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** Who stands in an entry. */
interface Acted {
  readonly account_id: string | null
  readonly person_id: string | null
}

/** Who acted, as shown. */
export interface ActorName {
  readonly kind: 'person' | 'account' | 'program'
  readonly personId: PersonId | null
  readonly name: string
}

/** Names of those who acted and of other people, read at once. */
export async function loadActorNames(read: Reader, tenantId: TenantId, acted: readonly Acted[], others: readonly PersonId[]): Promise<{ actorOf(entry: Acted): ActorName; nameOf(id: PersonId): string }> {
  const people = new Set([...others, ...acted.flatMap((entry) => (entry.person_id === null ? [] : [entry.person_id as PersonId]))])
  const names = await personNames(read, tenantId, [...people])
  const accounts = acted.flatMap((entry) => (entry.person_id === null && entry.account_id !== null ? [entry.account_id] : []))
  const nameOfAccount = await accountNames(read, tenantId, accounts)
  const nameOf = (id: PersonId): string => names.get(id)?.fullName ?? id
  return {
    nameOf,
    actorOf({ account_id: account, person_id: person }) {
      if (person !== null) return { kind: 'person', personId: person as PersonId, name: nameOf(person as PersonId) }
      if (account !== null) return { kind: 'account', personId: null, name: nameOfAccount.get(account) ?? account }
      return { kind: 'program', personId: null, name: '' }
    },
  }
}
