import { contracts } from '#apps/server/modules.ts'
import type { Route } from '#platform/contract/route.ts'

/** Every route of every module by `module.route`. */
export const everyRoute: readonly { readonly name: string; readonly route: Route }[] = Object.entries(contracts).flatMap(([module, table]) =>
  Object.entries(table).map(([name, route]) => ({ name: `${module}.${name}`, route: route as Route })),
)
