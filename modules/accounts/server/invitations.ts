import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { newToken, tokenHash } from './keys.ts'

const days = 7

/** An invitation somebody holds the link of. */
export interface Invited {
  readonly id: string
  readonly userId: string
  readonly tenantId: string
  readonly username: string
  readonly fullName: string
  readonly expiresAt: Date
}

/** A one-time link for an account, good for seven days; earlier links of it end. The token exists only in what is returned. */
export async function invite(tx: Tx<'accounts'>, userId: string, by: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  await endInvitations(tx, [userId], now)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  await tx.insertInto('accounts_invitation').values({ id: uuidv7(), user_id: userId, token_hash: tokenHash(token), invited_by: by, invited_at: now, expires_at: expiresAt, used_at: null, revoked_at: null }).execute()
  return { token, expiresAt }
}

/** Ends every open link of these accounts; answers how many there were. */
export async function endInvitations(tx: Tx<'accounts'>, userIds: readonly string[], now: Date): Promise<number> {
  const ended = await tx
    .updateTable('accounts_invitation')
    .set({ revoked_at: now })
    .where('user_id', 'in', [...userIds])
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return ended.length
}

/** Until when each of these accounts can be taken up by an open link. */
export async function openInvitations(read: Reader, userIds: readonly string[], now: Date): Promise<Map<string, Date>> {
  if (userIds.length === 0) return new Map()
  const rows = await read.selectFrom('accounts_invitation').where('user_id', 'in', [...userIds]).where('used_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '>', now).select(['user_id', 'expires_at']).execute()
  return new Map(rows.map((row) => [row.user_id, row.expires_at]))
}

/** The open invitation of a link; refuses one that is used, revoked, out of date or unknown in the same words. */
export async function invitationOf(db: Pick<Tx<'accounts'>, 'selectFrom'>, token: string, now: Date): Promise<Invited> {
  const row = await db
    .selectFrom('accounts_invitation as i')
    .innerJoin('accounts_user as u', 'u.id', 'i.user_id')
    .where('i.token_hash', '=', tokenHash(token))
    .where('i.used_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)
    .select(['i.id', 'i.user_id', 'i.expires_at', 'u.tenant_id', 'u.username', 'u.name'])
    .executeTakeFirst()
  if (row === undefined) refuse('accounts.invitation.over')
  return { id: row.id, userId: row.user_id, tenantId: row.tenant_id, username: row.username, fullName: row.name, expiresAt: row.expires_at }
}

/** Uses an invitation up; two browsers with one link use it once. */
export async function takeUp(tx: Tx<'accounts'>, invitationId: string, now: Date): Promise<void> {
  const used = await tx.updateTable('accounts_invitation').set({ used_at: now }).where('id', '=', invitationId).where('used_at', 'is', null).where('revoked_at', 'is', null).returning('id').execute()
  if (used.length === 0) refuse('accounts.invitation.over')
}
