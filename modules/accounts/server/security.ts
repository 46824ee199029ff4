import type { AccountId, Id } from '#kernel/id.ts'
import type { Actor } from '#kernel/actor.ts'
import { needsSecondFactor } from '#kernel/permission.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Session } from '#platform/http/session.ts'
import type { Security } from '../contract/routes.ts'
import { deviceOf, placeKind } from '../domain/device-of.ts'
import { relyingParty } from './passkeys.ts'
import { policyOf } from './policy.ts'
import { secondFactorsOf } from './second-factors.ts'

/** One's own account as the page on security shows it. `hash` is the present session's. */
export async function securityOf(tx: Tx<'accounts'>, read: Reader, session: Session, hash: string, origin: string, now: Date): Promise<Security> {
  const { actor, withheld } = session
  const id = actor.accountId
  const user = await tx.selectFrom('accounts_user as u').leftJoin('accounts_password as p', 'p.user_id', 'u.id').leftJoin('accounts_totp as t', 't.user_id', 'u.id').where('u.id', '=', id).select(['u.username', 'p.changed_at', 't.confirmed_at']).executeTakeFirstOrThrow()
  const passkeys = await tx.selectFrom('accounts_passkey').where('user_id', '=', id).select(['id', 'name', 'created_at', 'used_at', 'relying_party']).orderBy('created_at').execute()
  const sessions = await tx.selectFrom('accounts_session').where('user_id', '=', id).where('expires_at', '>', now).selectAll().orderBy('seen_at', 'desc').execute()
  const { recoveryLeft } = await secondFactorsOf(tx, id)
  const { secondFactor } = await policyOf(read, actor.tenantId)
  const party = relyingParty(origin)
  const current = sessions.find((one) => one.token_hash === hash)
  return {
    username: user.username,
    passwordChangedAt: user.changed_at?.toISOString() ?? null,
    totp: user.confirmed_at === null ? null : { since: user.confirmed_at.toISOString() },
    recoveryLeft,
    passkeys: passkeys.map((key) => ({ id: key.id, name: key.name, createdAt: key.created_at.toISOString(), usedAt: key.used_at?.toISOString() ?? null, here: key.relying_party === party })),
    passkeysPossible: party !== undefined,
    sessions: sessions.map((one) => ({
      id: one.id as Id<'session'>,
      device: deviceOf(one.user_agent),
      source: one.source ?? '',
      place: placeKind(one.source),
      beganAt: one.created_at.toISOString(),
      seenAt: one.seen_at.toISOString(),
      secondFactor: one.second_factor_at !== null,
      current: one.token_hash === hash,
    })),
    required: secondFactor === 'required' && (withheld.length > 0 || mayMuch(actor)),
    proved: current?.second_factor_at != null,
  }
}

function mayMuch(actor: Actor): boolean {
  return actor.grants.some((grant) => needsSecondFactor[grant.permission])
}

/** Ends one session of the account. */
export async function endSession(tx: Tx<'accounts'>, accountId: AccountId, sessionId: string): Promise<void> {
  const ended = await tx.deleteFrom('accounts_session').where('user_id', '=', accountId).where('id', '=', sessionId).returning('id').execute()
  if (ended.length === 0) refuse('platform.not-found')
}

/** Ends every session of the account but the one kept; answers how many. */
export async function endOtherSessions(tx: Tx<'accounts'>, accountId: AccountId, keepHash: string): Promise<number> {
  return (await tx.deleteFrom('accounts_session').where('user_id', '=', accountId).where('token_hash', '<>', keepHash).returning('id').execute()).length
}
