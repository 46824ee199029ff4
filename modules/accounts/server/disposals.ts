import { sql } from 'kysely'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { disposal, personHoldings, type Disposal } from '#platform/retention/disposal.ts'

/** The first moment of a Vietnamese day. */
const startOf = (day: CalendarDate) => sql<Date>`${day}::timestamp at time zone 'Asia/Ho_Chi_Minh'`

/** Sessions and invitations that expired (phiên đăng nhập, thư mời hết hạn). */
const sessions: Disposal = disposal<'accounts'>({
  recordClass: 'sessions',
  async find(read, tenantId, endedBefore) {
    const before = startOf(endedBefore)
    const sessionRows = await read.selectFrom('accounts_session as s').innerJoin('accounts_user as u', 'u.id', 's.user_id').where('u.tenant_id', '=', tenantId).where('s.expires_at', '<', before).select(['s.id', 's.expires_at', 'u.username', 'u.person_id']).execute()
    const invitationRows = await read.selectFrom('accounts_invitation as i').innerJoin('accounts_user as u', 'u.id', 'i.user_id').where('u.tenant_id', '=', tenantId).where('i.expires_at', '<', before).select(['i.id', 'i.expires_at', 'u.username', 'u.person_id']).execute()
    const rows = [...sessionRows, ...invitationRows].toSorted((a, b) => a.expires_at.getTime() - b.expires_at.getTime())
    return rows.map((row) => ({ id: row.id, endedOn: vietnameseDay(row.expires_at), label: row.username, personId: row.person_id, hold: null }))
  },
  async remove(tx, tenantId, ids) {
    const own = tx.selectFrom('accounts_user').where('tenant_id', '=', tenantId).select('id')
    const chosen = sql<boolean>`id = any(${ids}::uuid[])`
    const session = await tx.deleteFrom('accounts_session').where(chosen).where('user_id', 'in', own).executeTakeFirst()
    const invitation = await tx.deleteFrom('accounts_invitation').where(chosen).where('user_id', 'in', own).executeTakeFirst()
    return { rows: { accounts_session: Number(session.numDeletedRows), accounts_invitation: Number(invitation.numDeletedRows) }, files: [] }
  },
})

/** Requests for a second person that ended (đề nghị người thứ hai phê duyệt). */
const approvals: Disposal = disposal<'accounts'>({
  recordClass: 'approvals',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('accounts_approval')
      .where('tenant_id', '=', tenantId)
      .where('expires_at', '<', startOf(endedBefore))
      .select(['id', 'expires_at', 'requested_name', 'requested_by_person'])
      .orderBy('expires_at')
      .execute()
    return rows.map((row) => ({ id: row.id, endedOn: vietnameseDay(row.expires_at), label: row.requested_name, personId: row.requested_by_person, hold: null }))
  },
  async remove(tx, tenantId, ids) {
    const gone = await tx.deleteFrom('accounts_approval').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
    return { rows: { accounts_approval: Number(gone.numDeletedRows) }, files: [] }
  },
})

/** What of the accounts is deleted in its time. */
export const accountsDisposals: readonly Disposal[] = [sessions, approvals]

/** The accounts of people who are deleted go with them; an account that still has a role stays, and its person. */
export const accountsOfPeople = personHoldings<'accounts'>({
  async heldPeople(read, tenantId, people, today) {
    const rows = await read
      .selectFrom('accounts_user as u')
      .innerJoin('accounts_grant as g', (join) => join.on('g.tenant_id', '=', tenantId).onRef('g.account_id', '=', 'u.id'))
      .where('u.tenant_id', '=', tenantId)
      .where(sql<boolean>`u.person_id = any(${people}::uuid[])`)
      .where((where) => where.or([where('g.valid_to', 'is', null), where.and([where('g.valid_to', '>=', today), where('g.valid_to', '>=', where.ref('g.valid_from'))])]))
      .select('u.person_id')
      .distinct()
      .execute()
    return new Map(rows.flatMap((row) => (row.person_id === null ? [] : [[row.person_id, 'account-in-use'] as const])))
  },
  async forgetPeople(tx, tenantId, people) {
    const accounts = (await tx.selectFrom('accounts_user').where('tenant_id', '=', tenantId).where(sql<boolean>`person_id = any(${people}::uuid[])`).select('id').execute()).map((row) => row.id)
    const grants = await tx.deleteFrom('accounts_grant').where('tenant_id', '=', tenantId).where(sql<boolean>`account_id = any(${accounts}::uuid[])`).executeTakeFirst()
    // Passwords, factors, sessions and invitations hang on the account and go with it.
    const users = await tx.deleteFrom('accounts_user').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${accounts}::uuid[])`).executeTakeFirst()
    return { accounts_grant: Number(grants.numDeletedRows), accounts_user: Number(users.numDeletedRows) }
  },
})
