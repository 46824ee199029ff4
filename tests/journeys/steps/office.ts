import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { openAccount } from '#modules/accounts/server/index.ts'
import { inTenant } from '#platform/db/database.ts'
import type { RunningProgram } from './program.ts'

/** The password every account of the sample, and those opened here, has. */
export const password = 'thuocdo-2026'

/** Opens a login for each of these people, named by the person's id. */
export async function openLogins({ program, clock }: RunningProgram, tenantId: TenantId, people: readonly { readonly id: PersonId; readonly fullName: string }[]): Promise<void> {
  await inTenant(program.db, tenantId, 'write', async (tx) => {
    for (const person of people) {
      await openAccount(tx, { tenantId, personId: person.id, displayName: person.fullName, username: person.id, password, roles: [] }, clock.now, vietnameseDay(clock.now))
    }
  })
}
