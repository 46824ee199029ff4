import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'

/** The module's pages below the signed-in frame. */
export const accountsPages: ModuleRoutes = (parent) => [
  pageRoute(parent, '/account', () => import('./account-page.tsx'), 'AccountPage'),
  pageRoute(parent, '/approvals', () => import('./approvals-page.tsx'), 'ApprovalsPage'),
  pageRoute(parent, '/accounts/logins', () => import('./logins-page.tsx'), 'LoginsPage'),
]
