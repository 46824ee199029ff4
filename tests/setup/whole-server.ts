import { tmpdir } from 'node:os'
import { disposals } from '#apps/server/disposals.ts'
import { twoPersonActs } from '#apps/server/modules.ts'
import { accountsRefusals } from '#modules/accounts/domain/refusals.ts'
import { createKeys, createSessions, registerAccounts } from '#modules/accounts/server/index.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { registerEvaluation, usesHolding } from '#modules/evaluation/server/index.ts'
import { ledgerRefusals } from '#modules/ledger/domain/refusals.ts'
import { registerLedger } from '#modules/ledger/server/index.ts'
import { newsroomRefusals } from '#modules/newsroom/domain/refusals.ts'
import { registerNewsroom } from '#modules/newsroom/server/index.ts'
import { registerOperations } from '#modules/operations/server/index.ts'
import { organisationRefusals } from '#modules/organisation/domain/refusals.ts'
import { registerOrganisation } from '#modules/organisation/server/index.ts'
import { personalDataRefusals } from '#modules/personal-data/domain/refusals.ts'
import { registerPersonalData } from '#modules/personal-data/server/index.ts'
import { testServer, type TestServer } from './test-server.ts'

/** A server with the routes of every module, whose sessions are the tests' own, at 20 November 2026, nine o'clock in Vietnam. */
export function wholeServer(meta: Pick<ImportMeta, 'filename'>): Promise<TestServer> {
  return testServer(
    meta,
    (app, services) => {
      registerOrganisation(app, services, [usesHolding])
      registerLedger(app, services)
      registerOperations(app, services, { version: '0.0.0', startedAt: new Date('2026-11-20T01:00:00Z'), embedded: false, dataDir: tmpdir(), backups: { folder: tmpdir(), minuteOfDay: null }, certificate: () => null, reachable: false, behindProxy: false })
      registerEvaluation(app, services)
      registerAccounts(app, services, { db: services.db, keys: createKeys('a'.repeat(43)), sessions: createSessions(services.db), elsewhere: null, loadSample: () => Promise.resolve([]) }, twoPersonActs())
      registerNewsroom(app, services)
      registerPersonalData(app, services, disposals)
    },
    { refusals: [accountsRefusals, organisationRefusals, ledgerRefusals, evaluationRefusals, newsroomRefusals, personalDataRefusals], now: new Date('2026-11-20T02:00:00Z') },
  )
}
