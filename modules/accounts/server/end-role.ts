import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { administersOver } from '../domain/competence.ts'
import { lastDayOf, roleState, type GrantId, type OtherAdministrator, type RoleSpan } from '../domain/given-role.ts'
import type { GrantedRole } from '../domain/roles.ts'

/** What ending a role came to. */
export interface EndedRole {
  readonly lastDay: CalendarDate
  readonly role: GrantedRole
  readonly personId: PersonId | null
}

/** Ends a role (kết thúc vai trò) from a day on; today's takes effect with the next request. */
export async function endRole(tx: Tx<'accounts'>, actor: Actor, grantId: GrantId, { overFrom, reason }: { readonly overFrom: CalendarDate; readonly reason: string }, now: Date, today: CalendarDate): Promise<EndedRole> {
  const { tenantId } = actor
  // Of two who end each other's role at once, the second one sees what the first has done.
  await tx.selectFrom('accounts_grant').where('tenant_id', '=', tenantId).where('role', '=', 'administrator').select('id').orderBy('id').forUpdate().execute()
  const row = await tx.selectFrom('accounts_grant').where('tenant_id', '=', tenantId).where('id', '=', grantId).select(['account_id', 'role', 'unit_id', 'valid_from', 'valid_to']).forUpdate().executeTakeFirst()
  if (row === undefined) refuse('accounts.role.over')
  const span = { role: row.role, unitId: row.unit_id, from: row.valid_from, to: row.valid_to } as RoleSpan
  const units = new Map((await unitTreeAsOf(readerOf(tx), tenantId, today)).map((unit) => [unit.id, unit]))
  if (!administersOver(actor, row.unit_id as UnitId | null, units) || roleState(span, today) === 'ended') refuse('accounts.role.over')
  const lastDay = lastDayOf(span, overFrom, await otherAdministrators(tx, tenantId, row.account_id), today)
  await tx
    .updateTable('accounts_grant')
    .set({ valid_to: lastDay, ended_by: actor.accountId, ended_at: now, end_reason: reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', grantId)
    .execute()
  const user = await tx.selectFrom('accounts_user').where('tenant_id', '=', tenantId).where('id', '=', row.account_id).select('person_id').executeTakeFirst()
  return { lastDay, role: span.role, personId: (user?.person_id ?? null) as PersonId | null }
}

/** Administrators of the whole committee beside one account, of those who have a way to sign in. */
async function otherAdministrators(tx: Tx<'accounts'>, tenantId: TenantId, accountId: string): Promise<OtherAdministrator[]> {
  const rows = await tx
    .selectFrom('accounts_grant as g')
    .where('g.tenant_id', '=', tenantId)
    .where('g.role', '=', 'administrator')
    .where('g.unit_id', 'is', null)
    .where('g.account_id', '<>', accountId)
    .where(sql<boolean>`(exists (select from accounts_password p where p.user_id = g.account_id) or exists (select from accounts_passkey k where k.user_id = g.account_id) or exists (select from accounts_elsewhere e where e.user_id = g.account_id))`)
    .select(['g.valid_from', 'g.valid_to'])
    .execute()
  return rows.map((row) => ({ from: row.valid_from as CalendarDate, to: row.valid_to as CalendarDate | null }))
}
