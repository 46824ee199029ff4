import { lazy } from 'react'
import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { ownDataPlace, personalDataPlace, proposalsPlace, recordClassPlace, requestsPlace, stubsPlace } from './places.ts'

/** The module's pages below the signed-in frame. */
export const personalDataPages: ModuleRoutes = (parent) => [
  pageRoute(parent, personalDataPlace, () => import('./register/register-page.tsx'), 'RegisterPage'),
  pageRoute(parent, recordClassPlace('$recordClass'), () => import('./register/record-class-page.tsx'), 'RecordClassPage'),
  pageRoute(parent, proposalsPlace, () => import('./retention/proposals-page.tsx'), 'ProposalsPage'),
  pageRoute(parent, ownDataPlace, () => import('./own-data/own-data-page.tsx'), 'OwnDataPage'),
  pageRoute(parent, requestsPlace, () => import('./requests/requests-page.tsx'), 'RequestsPage'),
  pageRoute(parent, stubsPlace, () => import('./classified/stubs-page.tsx'), 'StubsPage'),
]

/** Stubs of one thing, below a Suspense: fetched when a paper is first shown. */
export const ClassifiedStubs = lazy(async () => ({ default: (await import('./classified/stubs-panel.tsx')).StubsPanel }))

/** Above every page of who looks after personal data; below a Suspense. */
export const OverdueRequestsBar = lazy(async () => ({ default: (await import('./requests/overdue-bar.tsx')).OverdueRequestsBar }))

export { ownDataPlace, personalDataPlace } from './places.ts'
