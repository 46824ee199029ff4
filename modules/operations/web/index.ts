import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { operationsPlace } from './places.ts'

/** The module's page below the signed-in frame. */
export const operationsPages: ModuleRoutes = (parent) => [pageRoute(parent, operationsPlace, () => import('./operations-page.tsx'), 'OperationsPage')]

export { operationsPlace } from './places.ts'
