import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'

/** The module's pages below the signed-in frame. Their addresses are written in places.ts. */
export const evaluationPages: ModuleRoutes = (parent) => [
  pageRoute(parent, '/', () => import('./my-work/my-work-page.tsx'), 'MyWorkPage'),
  pageRoute(parent, '/tasks', () => import('./tasks/tasks-page.tsx'), 'TasksPage'),
  pageRoute(parent, '/catalogue', () => import('./catalogue/catalogue-page.tsx'), 'CataloguePage'),
  pageRoute(parent, '/catalogue/import', () => import('./catalogue/import-page.tsx'), 'CatalogueImportPage'),
  pageRoute(parent, '/evaluation', () => import('./campaigns/campaign-list-page.tsx'), 'CampaignListPage'),
  pageRoute(parent, '/evaluation/campaigns/new', () => import('./campaigns/new-campaign-page.tsx'), 'NewCampaignPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId', () => import('./campaigns/campaign-page.tsx'), 'CampaignPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/results/$personId', () => import('./results/result-page.tsx'), 'ResultPage'),
  pageRoute(parent, '/evaluation/rulebooks', () => import('./rulebooks/rulebooks-page.tsx'), 'RulebooksPage'),
  pageRoute(parent, '/evaluation/rulebooks/$rulebookId', () => import('./rulebooks/rulebook-page.tsx'), 'RulebookPage'),
  pageRoute(parent, '/evaluation/rulebook-editions/$editionId', () => import('./rulebooks/edition-page.tsx'), 'EditionPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/meetings', () => import('./council/meetings-page.tsx'), 'MeetingsPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/meetings/new', () => import('./council/plan-page.tsx'), 'PlanMeetingPage'),
  pageRoute(parent, '/evaluation/meetings/$meetingId', () => import('./council/meeting-page.tsx'), 'MeetingPage'),
  pageRoute(parent, '/evaluation/meetings/$meetingId/change', () => import('./council/change-page.tsx'), 'ChangeMeetingPage'),
  pageRoute(parent, '/evaluation/petitions', () => import('./results/petitions-page.tsx'), 'PetitionsPage'),
  pageRoute(parent, '/evaluation/people/$personId/history', () => import('./results/history-page.tsx'), 'HistoryPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/results', () => import('./results/results-page.tsx'), 'ResultsPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/analysis', () => import('./analysis/analysis-page.tsx'), 'AnalysisPage'),
  pageRoute(parent, '/evaluation/campaigns/$campaignId/sheets/$personId', () => import('./sheet/sheet-page.tsx'), 'SheetPage'),
]
