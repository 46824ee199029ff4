import type { FastifyInstance } from 'fastify'
import { serve, type Services } from '#platform/http/serve.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { ledgerRefusals } from '../domain/refusals.ts'
import { exportOfLedger } from './export-ledger.ts'
import { listEntries } from './list-entries.ts'
import { recordReadings } from './record-readings.ts'
import { stateOfLedger } from './state-of-ledger.ts'

/** Registers the routes that show the ledger. It is written by the command wrapper alone. */
export function registerLedger(app: FastifyInstance, services: Services): void {
  serve(app, services, ledgerRoutes, { ledgerState: stateOfLedger, listEntries, exportLedger: exportOfLedger, recordReadings }, ledgerRefusals)
}

export { ownLedgerRecords } from './own-records.ts'
