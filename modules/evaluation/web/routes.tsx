import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'

/** The module's pages below the signed-in frame. Their addresses are written in places.ts. */
export const evaluationPages: ModuleRoutes = (parent) => [
  pageRoute(parent, '/', () => import('./my-work/my-work-page.tsx'), 'MyWorkPage'),
  pageRoute(parent, '/tasks', () => import('./tasks/tasks-page.tsx'), 'TasksPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/sheets/$personId', () => import('./sheet/sheet-page.tsx'), 'SheetPage'),
]
