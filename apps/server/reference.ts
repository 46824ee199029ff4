import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openApi } from '#platform/http/openapi.ts'
import { contracts } from './modules.ts'

/** OpenAPI at `/api/openapi.json` and its browsable reference at `/api/reference`, both printed from the contracts. */
export function serveReference(app: FastifyInstance): void {
  let document: Record<string, unknown> | undefined
  const printed = (): Record<string, unknown> => (document ??= openApi(contracts))
  app.get('/api/openapi.json', async () => printed())
  void app.register(async (scope) => {
    await scope.register(swagger, { mode: 'static', specification: { document: printed() as never } })
    await scope.register(swaggerUi, { routePrefix: '/api/reference' })
  })
}
