import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { personalDataRoutes } from '../contract/routes.ts'
import { personalDataRefusals } from '../domain/refusals.ts'
import { classifiedHandlers } from './classified/stubs.ts'
import { ownDataHandlers } from './own-data/own-data.ts'
import { register } from './register/register.ts'
import { setPeriod } from './register/set-period.ts'
import { requestHandlers } from './requests/requests.ts'

/** Registers the routes of the protection of personal data (bảo vệ dữ liệu cá nhân). */
export function registerPersonalData(app: FastifyInstance, services: Services): void {
  serve(app, services, personalDataRoutes, { ...ownDataHandlers(services.fields), ...requestHandlers(services.fields), ...classifiedHandlers, register, setPeriod }, personalDataRefusals)
}
