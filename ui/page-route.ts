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
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  }) as unknown as AnyRoute
}

/** What a module gives the shell: its pages below the signed-in frame. */
export type ModuleRoutes = (parent: AnyRoute) => readonly AnyRoute[]
