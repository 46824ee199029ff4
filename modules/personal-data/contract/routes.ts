import { registerRoutes } from './register-routes.ts'

/** Every route of the protection of personal data. */
export const personalDataRoutes = { ...registerRoutes }
