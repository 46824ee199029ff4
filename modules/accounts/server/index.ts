import type { FastifyInstance } from 'fastify'
import type { Services } from '#platform/http/serve.ts'
import { serve } from '#platform/http/serve.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsRefusals } from '../domain/refusals.ts'
import { accountsHandlers, type AccountsServices } from './handlers.ts'

/** Registers the accounts routes. */
export function registerAccounts(app: FastifyInstance, platform: Services, services: AccountsServices): void {
  serve(app, platform, accountsRoutes, accountsHandlers(services), accountsRefusals)
}

export { createAuth, sessionCookie, type Auth } from './auth.ts'
export type { GivenRole } from '../domain/grants.ts'
export { openAccount, type NewAccount } from './open-account.ts'
export { createSessions, type Sessions } from './session.ts'
export { confirmRestore, WitnessError, type Witness } from './restore-witnesses.ts'
export { tenantExists } from './set-up.ts'
