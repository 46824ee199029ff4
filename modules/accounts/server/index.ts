import type { FastifyInstance } from 'fastify'
import type { Services } from '#platform/http/serve.ts'
import { serve } from '#platform/http/serve.ts'
import { roleRoutes } from '../contract/role-routes.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsRefusals } from '../domain/refusals.ts'
import { approvalHandlers } from './approval-handlers.ts'
import type { TwoPersonActs } from './approvals.ts'
import { loginHandlers } from './login-handlers.ts'
import { roleHandlers } from './role-handlers.ts'
import { securityHandlers } from './security-handlers.ts'
import type { AccountsServices } from './services.ts'
import { signInHandlers } from './sign-in-handlers.ts'

/** Acts after which somebody has other rights. */
const changingRights: ReadonlySet<string | undefined> = new Set([roleRoutes.giveRole.path, roleRoutes.endRole.path])

/** Registers the accounts routes; `acts` are those of every module that ask for two persons. */
export function registerAccounts(app: FastifyInstance, platform: Services, services: AccountsServices, acts: TwoPersonActs): void {
  // A command's transaction is committed only after its handler: before the answer goes out the sessions forget.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.method !== 'GET' && changingRights.has(request.routeOptions.url)) services.sessions.forget()
    done()
  })
  const handlers = { ...signInHandlers(services, acts), ...securityHandlers(services), ...loginHandlers(services), ...roleHandlers, ...approvalHandlers(acts) }
  serve(app, platform, accountsRoutes, handlers, accountsRefusals)
}

export { createSecondPerson, spendApproval, type TwoPersonActs } from './approvals.ts'
export { accountNames } from './account-names.ts'
export { sessionCookie } from './cookies.ts'
export { accountsDisposals, accountsOfPeople } from './disposals.ts'
export { readElsewhere } from './elsewhere.ts'
export { createKeys } from './keys.ts'
export { hasLogin } from './has-login.ts'
export { holdersOfRight, type HolderOfRight } from './holders-of-right.ts'
export type { GivenRole } from '../domain/grants.ts'
export { samplePolicy } from '../domain/policy.ts'
export { openAccount, type NewAccount } from './open-account.ts'
export { ownAccountRecords } from './own-records.ts'
export { setPolicy } from './policy.ts'
export { createSessions, type Sessions } from './session.ts'
export { confirmRestore, WitnessError, type Witness } from './restore-witnesses.ts'
export { tenantExists } from './set-up.ts'
