import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'

/** The module's pages below the signed-in frame. Their addresses are written in places.ts. */
export const organisationPages: ModuleRoutes = (parent) => [
  pageRoute(parent, '/organisation', () => import('./tree/tree-page.tsx'), 'TreePage'),
  pageRoute(parent, '/organisation/units/$unitId', () => import('./unit/unit-page.tsx'), 'UnitPage'),
  pageRoute(parent, '/organisation/people', () => import('./people/people-page.tsx'), 'PeoplePage'),
  pageRoute(parent, '/organisation/people/$personId', () => import('./person/person-page.tsx'), 'PersonPage'),
  pageRoute(parent, '/organisation/search', () => import('./search/search-page.tsx'), 'SearchPage'),
  pageRoute(parent, '/organisation/import', () => import('./import/import-page.tsx'), 'ImportPage'),
  pageRoute(parent, '/organisation/import/$importId', () => import('./import/import-run-page.tsx'), 'ImportRunPage'),
]
