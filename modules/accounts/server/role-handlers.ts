import { command, query, type Handlers } from '#platform/http/handler.ts'
import { roleRoutes } from '../contract/role-routes.ts'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'
import { listGivenRoles } from './given-roles.ts'

/** Roles given by hand. What changes rights is told to the sessions once it is committed (`index.ts`). */
export const roleHandlers: Handlers<typeof roleRoutes> = {
  listGivenRoles: query(roleRoutes.listGivenRoles, async ({ actor, read, query: asked, today }) => {
    const page = await listGivenRoles(read, actor, asked, today)
    return { items: [...page.items], next: page.next }
  }),

  giveRole: command(roleRoutes.giveRole, async ({ actor, tx, body, now, today, record }) => {
    const id = await giveRole(tx, actor, body, now, today)
    const { personId, role, unitId, from, to, documentNumber, documentDate } = body
    record({ action: 'accounts.role.given', subject: { kind: 'grant', id }, about: [personId], data: { role, unitId, from, to, documentNumber, documentDate } })
    return { id }
  }),

  endRole: command(roleRoutes.endRole, async ({ actor, tx, params, body, now, today, record }) => {
    const { lastDay, role, personId } = await endRole(tx, actor, params.roleId, body, now, today)
    record({ action: 'accounts.role.ended', subject: { kind: 'grant', id: params.roleId }, about: personId === null ? [] : [personId], data: { role, lastDay } })
    return { lastDay }
  }),
}
