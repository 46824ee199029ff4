import { refuse } from '#kernel/refusal.ts'
import type { PersonId } from '#kernel/id.ts'
import { bare, query, type Handlers } from '#platform/http/handler.ts'
import type { InvitationSlip } from '../contract/routes.ts'
import { loginRoutes } from '../contract/login-routes.ts'
import { endInvitations, invite } from './invitations.ts'
import { holdersNamed, listLogins, nameLogins, openLogins, removeSecondFactors, resetLogin } from './logins.ts'
import { insertAccount } from './open-account.ts'
import { note, type AccountsServices } from './services.ts'

/**
 * The administrator's part. What shows a secret is outside the command wrapper, because a command's reply is kept in
 * the ledger.
 */
export function loginHandlers({ sessions }: AccountsServices): Handlers<typeof loginRoutes> {
  return {
    listLogins: query(loginRoutes.listLogins, async ({ query: asked, actor, read, today, now }) => {
      const page = await listLogins(read, actor.tenantId, asked, today, now)
      return { items: [...page.items], next: page.next }
    }),

    openLogins: bare(loginRoutes.openLogins, async ({ actor, body, now, today, inTenant }) => {
      if (actor === null) refuse('platform.not-signed-in')
      return inTenant(actor.tenantId, async (tx) => {
        const slips = await openLogins(tx, actor.tenantId, body.personIds, now, today)
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.logins.opened', subject: { kind: 'tenant', id: actor.tenantId }, data: { people: slips.map((slip) => slip.personId) } })
        return { slips }
      })
    }),

    invite: bare(loginRoutes.invite, async ({ actor, body, now, today, inTenant }) => {
      if (actor === null) refuse('platform.not-signed-in')
      return inTenant(actor.tenantId, async (tx) => {
        const rows = await holdersNamed(tx, actor.tenantId, body.personIds, today)
        const names = await nameLogins(tx, rows)
        const slips: InvitationSlip[] = []
        for (const row of rows) {
          const personId = row.id as PersonId
          const username = names.get(row.id) ?? ''
          const userId = row.user_id ?? (await insertAccount(tx, { tenantId: actor.tenantId, personId, displayName: row.full_name, username, passwordHash: null, roles: [] }, now, today))
          const { token, expiresAt } = await invite(tx, userId, actor.accountId, now)
          slips.push({ personId, fullName: row.full_name, unit: row.unit, username, token, expiresAt: expiresAt.toISOString() })
        }
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.invited', subject: { kind: 'tenant', id: actor.tenantId }, data: { people: slips.map((slip) => slip.personId) } })
        return { slips }
      })
    }),

    revokeInvitation: bare(loginRoutes.revokeInvitation, async ({ actor, params, now, inTenant }) => {
      if (actor === null) refuse('platform.not-signed-in')
      await inTenant(actor.tenantId, async (tx) => {
        const user = await tx.selectFrom('accounts_user').where('tenant_id', '=', actor.tenantId).where('person_id', '=', params.personId).select('id').executeTakeFirst()
        if (user === undefined || (await endInvitations(tx, [user.id], now)) === 0) refuse('accounts.invitation.over')
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.invitation.revoked', subject: { kind: 'person', id: params.personId } })
      })
      return { done: true }
    }),

    resetLogin: bare(loginRoutes.resetLogin, async ({ actor, params, now, today, inTenant }) => {
      if (actor === null) refuse('platform.not-signed-in')
      const slip = await inTenant(actor.tenantId, async (tx) => {
        const made = await resetLogin(tx, actor.tenantId, params.personId, now, today)
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.login.reset', subject: { kind: 'person', id: params.personId } })
        return made
      })
      sessions.forget()
      return slip
    }),

    removeSecondFactors: bare(loginRoutes.removeSecondFactors, async ({ actor, params, now, today, inTenant }) => {
      if (actor === null) refuse('platform.not-signed-in')
      await inTenant(actor.tenantId, async (tx) => {
        await removeSecondFactors(tx, actor.tenantId, params.personId, today)
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.second-factors.removed', subject: { kind: 'person', id: params.personId } })
      })
      sessions.forget()
      return { done: true }
    }),
  }
}
