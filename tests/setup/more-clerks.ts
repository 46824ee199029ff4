import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asId, type PersonId } from '#kernel/id.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { SmallCommune } from './small-commune.ts'
import type { Caller, TestServer } from './test-server.ts'

/** Somebody added to the small commune. */
export interface Clerk {
  readonly id: PersonId
  readonly as: Caller
}

/** Gives the commune's office more staff beside the clerk, in the same post: for kinds of rater that need several people. */
export async function moreClerks(server: TestServer, commune: SmallCommune, names: readonly string[]): Promise<Clerk[]> {
  const { tenantId } = commune
  const made = names.map((name) => ({ id: asId<'person'>(randomUUID()), name }))
  await server.inTenant(tenantId, async (tx) => {
    for (const [at, { id, name }] of made.entries()) {
      await sql`insert into organisation_person (tenant_id, id, code, full_name, sort_name, folded_name)
        values (${tenantId}, ${id}, ${`THEM-${at}`}, ${name}, ${name.split(' ').toReversed().join(' ')}, ${foldVietnamese(name)})`.execute(tx)
      await sql`insert into organisation_holding (tenant_id, id, person_id, post_id, status, is_primary, valid_from)
        select ${tenantId}, ${randomUUID()}::uuid, ${id}::uuid, post_id, status, true, valid_from from organisation_holding
        where tenant_id = ${tenantId} and person_id = ${commune.people.clerk}`.execute(tx)
    }
  })
  return Promise.all(made.map(async ({ id }) => ({ id, as: await server.signedIn(tenantId, id) })))
}
