import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { operationsRoutes } from '../contract/routes.ts'
import { operationsStatus, type Installation } from './operations-status.ts'

export type { Installation } from './operations-status.ts'

/** Registers the routes of running the program (vận hành). */
export function registerOperations(app: FastifyInstance, services: Services, installation: Installation): void {
  serve(app, services, operationsRoutes, { operationsStatus: operationsStatus(installation) }, {})
}
