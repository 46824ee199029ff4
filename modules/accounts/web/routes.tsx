import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { loginsPlace, rolesPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const accountsPages: ModuleRoutes = (parent) => [
  pageRoute(parent, '/account', () => import('./account-page.tsx'), 'AccountPage'),
  pageRoute(parent, '/approvals', () => import('./approvals-page.tsx'), 'ApprovalsPage'),
  pageRoute(parent, loginsPlace, () => import('./logins-page.tsx'), 'LoginsPage'),
  pageRoute(parent, rolesPlace, () => import('./roles-page.tsx'), 'RolesPage'),
]
