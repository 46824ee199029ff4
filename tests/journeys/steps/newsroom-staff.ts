import { vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, type PersonId, type TenantId } from '#kernel/id.ts'
import { openAccount, type GivenRole } from '#modules/accounts/server/index.ts'
import { inTenant } from '#platform/db/database.ts'
import { password } from './office.ts'
import type { RunningProgram } from './program.ts'

/** Somebody of the newsroom of a journey: the name they sign in by, their number in the sample, and their role over the whole committee. */
type Staff = readonly (readonly [username: string, code: string, role: GivenRole['role']])[]

/** Somebody of the newsroom, by the name they sign in by. */
export interface NewsroomPerson {
  readonly id: PersonId
  readonly name: string
}

/** Opens accounts with roles of the newsroom for people of the sample, who have none there. */
export async function openNewsroom({ program, clock }: RunningProgram, staff: Staff): Promise<{ tenantId: TenantId; people: ReadonlyMap<string, NewsroomPerson> }> {
  const { tenant_id: tenant } = await program.db.selectFrom('accounts_user').where('username', '=', 'tochuc').select('tenant_id').executeTakeFirstOrThrow()
  const tenantId = asId<'tenant'>(tenant)
  const people = new Map<string, NewsroomPerson>()
  await inTenant(program.db, tenantId, 'write', async (tx) => {
    for (const [username, code, role] of staff) {
      const person = await tx.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('code', '=', code).select(['id', 'full_name']).executeTakeFirstOrThrow()
      const personId = asId<'person'>(person.id)
      await tx.updateTable('accounts_user').set({ person_id: null }).where('person_id', '=', personId).execute()
      await openAccount(tx, { tenantId, personId, displayName: person.full_name, username, password, roles: [{ role, unitId: null }] }, clock.now, vietnameseDay(clock.now))
      people.set(username, { id: personId, name: person.full_name })
    }
  })
  return { tenantId, people }
}
