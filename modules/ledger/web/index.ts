import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { ledgerPlace, readersPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const ledgerPages: ModuleRoutes = (parent) => [
  pageRoute(parent, ledgerPlace, () => import('./ledger-page.tsx'), 'LedgerPage'),
  pageRoute(parent, readersPlace, () => import('./readers-page.tsx'), 'ReadersPage'),
]

export { ledgerPlace, readersPlace } from './places.ts'
