import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { personalDataRoutes } from '../contract/routes.ts'
import { personalDataRefusals } from '../domain/refusals.ts'
import { register } from './register/register.ts'
import { setPeriod } from './register/set-period.ts'

/** Registers the routes of the protection of personal data (bảo vệ dữ liệu cá nhân). */
export function registerPersonalData(app: FastifyInstance, services: Services): void {
  serve(app, services, personalDataRoutes, { register, setPeriod }, personalDataRefusals)
}
