import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { personalDataPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const personalDataPages: ModuleRoutes = (parent) => [pageRoute(parent, personalDataPlace, () => import('./register/register-page.tsx'), 'RegisterPage')]

export { personalDataPlace } from './places.ts'
