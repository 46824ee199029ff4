import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

/**
 * A page of a module, fetched only when it is opened:
 * `pageRoute(parent, '/organisation/units/$unitId', () => import('./unit-page.tsx'), 'UnitPage')`.
 */
export function pageRoute<M extends Record<string, unknown>, K extends keyof M & string>(
  parent: AnyRoute,
  path: string,
  load: () => Promise<M>,
  name: K,
): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(whenReachable(load) as () => Promise<Record<string, never>>, name),
  }) as unknown as AnyRoute
}

/** What a module gives the shell: its pages below the signed-in frame. */
export type ModuleRoutes = (parent: AnyRoute) => readonly AnyRoute[]

const restMs = 3_000

/**
 * A page that cannot be fetched while there is no server waits for it: the router would take it for one of an older
 * version and load everything anew, and without a link nothing would come.
 */
function whenReachable<M>(load: () => Promise<M>): () => Promise<M> {
  return async () => {
    for (;;) {
      try {
        return await load()
      } catch (cause) {
        if (await serverAnswers()) throw cause
        await new Promise((resolve) => setTimeout(resolve, restMs))
      }
    }
  }
}

async function serverAnswers(): Promise<boolean> {
  try {
    await fetch('/manifest.webmanifest', { method: 'HEAD', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}
