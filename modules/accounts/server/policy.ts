import type { TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { strictPolicy, type AccountPolicy } from '../domain/policy.ts'

/** The committee's policy; strict where none was set. */
export async function policyOf(read: Pick<Reader, 'selectFrom'>, tenantId: TenantId): Promise<AccountPolicy> {
  const row = await read.selectFrom('accounts_policy').where('tenant_id', '=', tenantId).select(['second_factor', 'two_persons']).executeTakeFirst()
  if (row === undefined) return strictPolicy
  return { secondFactor: row.second_factor as AccountPolicy['secondFactor'], twoPersons: row.two_persons as AccountPolicy['twoPersons'] }
}

/** Sets the committee's policy. */
export async function setPolicy(tx: Tx<'accounts'>, tenantId: TenantId, policy: AccountPolicy, now: Date): Promise<void> {
  const values = { second_factor: policy.secondFactor, two_persons: policy.twoPersons, changed_at: now }
  await tx
    .insertInto('accounts_policy')
    .values({ tenant_id: tenantId, ...values })
    .onConflict((row) => row.column('tenant_id').doUpdateSet(values))
    .execute()
}
