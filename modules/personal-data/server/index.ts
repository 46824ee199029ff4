import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import type { Disposal } from '#platform/retention/disposal.ts'
import { personalDataRoutes } from '../contract/routes.ts'
import { personalDataRefusals } from '../domain/refusals.ts'
import { classifiedHandlers } from './classified/stubs.ts'
import { ownDataHandlers } from './own-data/own-data.ts'
import { printRegister } from './register/print-register.ts'
import { register } from './register/register.ts'
import { setPeriod } from './register/set-period.ts'
import { requestHandlers } from './requests/requests.ts'
import { retentionHandlers } from './retention/handlers.ts'

/** Registers the routes of the protection of personal data (bảo vệ dữ liệu cá nhân), with every module's way to delete what is past its period. */
export function registerPersonalData(app: FastifyInstance, services: Services, disposals: readonly Disposal[]): void {
  serve(app, services, personalDataRoutes, { ...ownDataHandlers(services.fields), ...requestHandlers(services.fields), ...classifiedHandlers, ...retentionHandlers(disposals), register, printRegister, setPeriod }, personalDataRefusals)
}

export { keepPeriods, lookOnce } from './retention/keep-periods.ts'
export { namedInPersonalData } from './retention/people-named.ts'
