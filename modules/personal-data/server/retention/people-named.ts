import { sql } from 'kysely'
import type { HoldReason } from '#kernel/hold-reason.ts'
import { personHoldings } from '#platform/retention/disposal.ts'

/**
 * Whoever has a request that waits stays until it is settled; whoever set a period, deleted or answered stays named.
 * One's own settled requests go with oneself.
 */
export const namedInPersonalData = personHoldings<'personal-data'>({
  async heldPeople(read, tenantId, people) {
    const held = new Map<string, HoldReason>()
    const named = await read
      .selectFrom('personal_data_period')
      .where('tenant_id', '=', tenantId)
      .select('set_by as person')
      .union(read.selectFrom('personal_data_proposal').where('tenant_id', '=', tenantId).where('settled_by', 'is not', null).select('settled_by as person').$castTo<{ person: string }>())
      .union(read.selectFrom('personal_data_classified_stub').where('tenant_id', '=', tenantId).select('added_by as person'))
      .union(read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('answered_by', 'is not', null).select('answered_by as person').$castTo<{ person: string }>())
      .union(read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('completed_by', 'is not', null).select('completed_by as person').$castTo<{ person: string }>())
      .execute()
    named.forEach((row) => held.set(row.person, 'named-elsewhere'))
    const asking = await read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('status', 'in', ['filed', 'accepted']).where(sql<boolean>`person_id = any(${people}::uuid[])`).select('person_id').execute()
    asking.forEach((row) => row.person_id !== null && held.set(row.person_id, 'request-open'))
    return held
  },
  async forgetPeople(tx, tenantId, people) {
    const gone = await tx.deleteFrom('personal_data_request').where('tenant_id', '=', tenantId).where(sql<boolean>`person_id = any(${people}::uuid[])`).executeTakeFirst()
    return { personal_data_request: Number(gone.numDeletedRows) }
  },
})
