import type { FastifyInstance } from 'fastify'
import type { Services } from '#platform/http/serve.ts'
import { serve } from '#platform/http/serve.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsRefusals } from '../domain/refusals.ts'
import { approvalHandlers } from './approval-handlers.ts'
import type { TwoPersonActs } from './approvals.ts'
import { loginHandlers } from './login-handlers.ts'
import { securityHandlers } from './security-handlers.ts'
import type { AccountsServices } from './services.ts'
import { signInHandlers } from './sign-in-handlers.ts'

/** Registers the accounts routes; `acts` are those of every module that ask for two persons. */
export function registerAccounts(app: FastifyInstance, platform: Services, services: AccountsServices, acts: TwoPersonActs): void {
  const handlers = { ...signInHandlers(services, acts), ...securityHandlers(services), ...loginHandlers(services), ...approvalHandlers(acts) }
  serve(app, platform, accountsRoutes, handlers, accountsRefusals)
}

export { createSecondPerson, spendApproval, type TwoPersonActs } from './approvals.ts'
export { accountNames } from './account-names.ts'
export { sessionCookie } from './cookies.ts'
export { accountsDisposals, accountsOfPeople } from './disposals.ts'
export { readElsewhere } from './elsewhere.ts'
export { createKeys } from './keys.ts'
export type { GivenRole } from '../domain/grants.ts'
export { samplePolicy } from '../domain/policy.ts'
export { openAccount, type NewAccount } from './open-account.ts'
export { ownAccountRecords } from './own-records.ts'
export { setPolicy } from './policy.ts'
export { createSessions, type Sessions } from './session.ts'
export { confirmRestore, WitnessError, type Witness } from './restore-witnesses.ts'
export { tenantExists } from './set-up.ts'
