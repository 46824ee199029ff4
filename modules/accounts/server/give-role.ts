import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type AccountId, type PersonId, type TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { administersOver } from '../domain/competence.ts'
import { checkGiving, type GrantId, type RoleHolder, type RoleSpan } from '../domain/given-role.ts'

/** A role as it is asked for. */
export interface AskedRole extends RoleSpan {
  readonly personId: PersonId
  readonly documentNumber: string
  readonly documentDate: CalendarDate
}

/** Gives a role (giao vai trò); refused where the giver does not administer accounts. */
export async function giveRole(tx: Tx<'accounts'>, actor: Actor, asked: AskedRole, now: Date, today: CalendarDate): Promise<GrantId> {
  const { tenantId } = actor
  const units = new Map((await unitTreeAsOf(readerOf(tx), tenantId, today)).map((unit) => [unit.id, unit]))
  if (!administersOver(actor, asked.unitId, units) || (asked.unitId !== null && !units.has(asked.unitId))) refuse('platform.not-found')
  const holder = await holderOf(tx, tenantId, asked.personId)
  checkGiving(actor, holder, asked, units, today)
  const id = asId<'grant'>(uuidv7())
  const { role, unitId, from, to, documentNumber, documentDate } = asked
  await tx
    .insertInto('accounts_grant')
    .values({ tenant_id: tenantId, id, account_id: holder.accountId, role, unit_id: unitId, valid_from: from, valid_to: to, document_number: documentNumber, document_date: documentDate, given_by: actor.accountId, given_at: now })
    .execute()
  return id
}

/** Somebody's account, locked so that two at once do not give the same role twice. */
async function holderOf(tx: Tx<'accounts'>, tenantId: TenantId, personId: PersonId): Promise<RoleHolder> {
  const user = await tx.selectFrom('accounts_user').where('tenant_id', '=', tenantId).where('person_id', '=', personId).select('id').forUpdate().executeTakeFirst()
  if (user === undefined) {
    const person = (await personNames(readerOf(tx), tenantId, [personId])).get(personId)
    return person === undefined ? refuse('platform.not-found') : refuse('accounts.role.without-login', { person: person.fullName })
  }
  const rows = await tx.selectFrom('accounts_grant').where('tenant_id', '=', tenantId).where('account_id', '=', user.id).select(['role', 'unit_id', 'valid_from', 'valid_to']).execute()
  const roles = rows.map((row) => ({ role: row.role, unitId: row.unit_id, from: row.valid_from, to: row.valid_to }) as RoleSpan)
  return { accountId: user.id as AccountId, personId, roles }
}
