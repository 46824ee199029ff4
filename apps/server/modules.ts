import type { Permission } from '#kernel/permission.ts'
import type { Route, Routes } from '#platform/contract/route.ts'
import { accountsRoutes } from '#modules/accounts/contract/routes.ts'
import { evaluationRoutes } from '#modules/evaluation/contract/routes.ts'
import { ledgerRoutes } from '#modules/ledger/contract/routes.ts'
import { newsroomRoutes } from '#modules/newsroom/contract/routes.ts'
import { operationsRoutes } from '#modules/operations/contract/routes.ts'
import { identityRoutes } from '#modules/organisation/contract/identity-routes.ts'
import { importRoutes } from '#modules/organisation/contract/import-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { personalDataRoutes } from '#modules/personal-data/contract/routes.ts'

/** Every module's contract, for what is printed from all of them. */
export const contracts: Readonly<Record<string, Routes>> = {
  organisation: { ...organisationRoutes, ...identityRoutes, ...importRoutes },
  accounts: accountsRoutes,
  evaluation: evaluationRoutes,
  ledger: ledgerRoutes,
  operations: operationsRoutes,
  newsroom: newsroomRoutes,
  'personal-data': personalDataRoutes,
}

/** The acts that ask for two persons, with the rights of the second one, from every contract. */
export function twoPersonActs(): Readonly<Record<string, readonly Permission[]>> {
  const routes = Object.values(contracts).flatMap((table): Route[] => Object.values(table))
  return Object.fromEntries(routes.flatMap(({ twoPersons }) => (twoPersons === undefined ? [] : [[twoPersons.act, twoPersons.by] as const])))
}
