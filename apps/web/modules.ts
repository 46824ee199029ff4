import { accountsPages } from '#modules/accounts/web/index.ts'
import { evaluationPages } from '#modules/evaluation/web/index.ts'
import { organisationPages } from '#modules/organisation/web/index.ts'
import type { ModuleRoutes } from '#ui/page-route.ts'

/** Every module's pages; a new module is one line here. */
export const modulePages: readonly ModuleRoutes[] = [accountsPages, organisationPages, evaluationPages]
