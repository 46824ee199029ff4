import type { ModuleRoutes } from '#ui/page-route.ts'

/** The module's pages below the signed-in frame. Their addresses are written in places.ts. */
export const organisationPages: ModuleRoutes = () => []
