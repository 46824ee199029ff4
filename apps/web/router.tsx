import { createRootRoute, createRouter, type AnyRoute } from '@tanstack/react-router'
import { pageRoute, type ModuleRoutes } from '#ui/page-route.ts'
import { modulePages } from './modules.ts'
import { unsentPlace } from './shell/link-bar.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { PageFailed } from './shell/page-failed.tsx'
import { Shell } from './shell/shell.tsx'

/** Plain texts in the address, `?q=dao&level=good`, so that people can read and share it. */
function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

function writeSearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** Pages of no module. */
const shellPages: ModuleRoutes = (parent) => [pageRoute(parent, unsentPlace, () => import('./shell/unsent-page.tsx'), 'UnsentPage')]

/** The router over every module's pages. */
export function createAppRouter() {
  const root = createRootRoute({ component: Shell })
  const pages = [...modulePages, shellPages].flatMap((routes) => routes(root as unknown as AnyRoute))
  const router = createRouter({
    routeTree: root.addChildren([...pages]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageFailed,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) focusContent()
  })
  return router
}

/** After going to another page the keyboard continues at its content, unless the page took the focus itself. */
function focusContent(): void {
  const content = document.getElementById('content')
  if (content !== null && !content.contains(document.activeElement)) content.focus({ preventScroll: true })
}
