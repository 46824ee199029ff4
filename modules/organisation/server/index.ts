import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { organisationRoutes } from '../contract/routes.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { organisationHandlers } from './handlers.ts'

/** Registers the organisation routes. */
export function registerOrganisation(app: FastifyInstance, services: Services): void {
  serve(app, services, organisationRoutes, organisationHandlers, organisationRefusals)
}

export { absencesWithin, holdingsAsOf, personNames, personOfCode, postsHeld, unitTreeAsOf, type HoldingOnDate } from './as-of.ts'
export { firstHeld } from './first-held.ts'
export { foundCommittee, type FirstCommittee } from './found-committee.ts'
export { loadSampleOrganisation, type SampleIds } from './load-sample-organisation.ts'
export { organisationAsOf, type OrganisationOnDate } from './superiors.ts'
export { type Superior } from '../domain/superior.ts'
