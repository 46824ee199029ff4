import { classifiedRoutes } from './classified-routes.ts'
import { ownDataRoutes } from './own-data-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { retentionRoutes } from './retention-routes.ts'

/** Every route of the protection of personal data. */
export const personalDataRoutes = { ...ownDataRoutes, ...requestRoutes, ...classifiedRoutes, ...registerRoutes, ...retentionRoutes }
