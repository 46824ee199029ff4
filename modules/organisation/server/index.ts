import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { identityRoutes } from '../contract/identity-routes.ts'
import { importRoutes } from '../contract/import-routes.ts'
import { organisationRoutes } from '../contract/routes.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { organisationHandlers } from './handlers.ts'
import { identityHandlers } from './identity-handlers.ts'
import { createImportChecker } from './import/import-checker.ts'
import { importHandlers } from './import/import-handlers.ts'
import type { HoldingUse } from './remove-holding.ts'

/** Registers the organisation routes, with the modules that build on holdings; checks of imports that still run are waited for when the program closes. */
export function registerOrganisation(app: FastifyInstance, services: Services, holdingUses: readonly HoldingUse[] = []): void {
  const checker = createImportChecker(services, (error) => app.log.error(error))
  app.addHook('onClose', () => checker.settled())
  serve(app, services, importRoutes, importHandlers(checker, services.fields), organisationRefusals)
  serve(app, services, identityRoutes, identityHandlers(services.fields), organisationRefusals)
  serve(app, services, organisationRoutes, organisationHandlers(holdingUses, services.fields), organisationRefusals)
}

export { absencesWithin, holdingsAsOf, personNames, personOfCode, postsHeld, unitTreeAsOf, type HoldingOnDate } from './as-of.ts'
export { organisationDisposals, peopleDisposal } from './disposals.ts'
export { firstHeld } from './first-held.ts'
export { foundCommittee, type FirstCommittee } from './found-committee.ts'
export { holdStructure } from './hold-structure.ts'
export { loadSampleOrganisation, type SampleIds } from './load-sample-organisation.ts'
export { ownOrganisationRecords } from './own-records.ts'
export { type HoldingUse } from './remove-holding.ts'
export { organisationSealedColumns } from './sealed-columns.ts'
export { organisationAsOf, type OrganisationOnDate } from './superiors.ts'
export { type Superior } from '../domain/superior.ts'
export { type UnitOnDate } from '../domain/unit-tree.ts'
