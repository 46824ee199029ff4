import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Database } from '#database/types.ts'
import { accountsRefusals } from '#modules/accounts/domain/refusals.ts'
import { createAuth, createSessions, registerAccounts } from '#modules/accounts/server/index.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { registerEvaluation, usesHolding } from '#modules/evaluation/server/index.ts'
import { ledgerRefusals } from '#modules/ledger/domain/refusals.ts'
import { registerLedger } from '#modules/ledger/server/index.ts'
import { organisationRefusals } from '#modules/organisation/domain/refusals.ts'
import { registerOrganisation } from '#modules/organisation/server/index.ts'
import type { TimestampAddress } from '#platform/audit/ask-timestamp.ts'
import { keepAnchoring } from '#platform/audit/keep-anchoring.ts'
import { keepSealing } from '#platform/audit/keep-sealing.ts'
import { loadCalendar } from '#platform/db/calendar.ts'
import { createDatabase } from '#platform/db/database.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { createPool, type DatabaseAddress } from '#platform/db/pool.ts'
import { openFileStore } from '#platform/files/store.ts'
import { createApp } from '#platform/http/app.ts'
import type { Services } from '#platform/http/serve.ts'
import { serveReference } from './reference.ts'
import { loadSample } from './sample.ts'
import { serveWeb } from './web.ts'

/** What the program is started with. */
export interface ProgramOptions {
  readonly database: DatabaseAddress
  readonly dataDir: string
  /** Signs cookies; kept in the data folder. */
  readonly secret: string
  /** The only clock; tests set it. */
  readonly clock?: () => Date
  readonly log?: boolean
  /** Folder of the built screens, or null to serve none. */
  readonly webDir?: string | null
  readonly connections?: number
  /** Do what runs by itself: seal and anchor the ledger. The started program does, tools and tests that look at statements do not. */
  readonly background?: boolean
  /** Where the daily head is stamped; without it no call leaves the machine. */
  readonly timestamp?: TimestampAddress
}

/** The running program without its socket. */
export interface Program {
  readonly app: FastifyInstance
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  readonly services: Services
  close(): Promise<void>
}

/** Composes the program: a list of modules, not a container. */
export async function compose(options: ProgramOptions): Promise<Program> {
  const pool = createPool(options.database, { role: applicationRole, max: options.connections ?? 10 })
  const db = createDatabase(pool)
  const clock = options.clock ?? (() => new Date())
  const auth = createAuth(db, options.secret, clock)
  const sessions = createSessions(db)
  const services: Services = {
    db,
    files: openFileStore(join(options.dataDir, 'files')),
    calendar: await loadCalendar(db),
    clock,
    actorOf: sessions.actorOf,
  }
  const app = await createApp({ log: options.log ?? true, refusals: [accountsRefusals, organisationRefusals, ledgerRefusals, evaluationRefusals] })

  registerOrganisation(app, services, [usesHolding])
  registerLedger(app, services)
  registerEvaluation(app, services)
  registerAccounts(app, services, { db, auth, sessions, loadSample: (now) => loadSample(services, now) })
  serveReference(app)
  if (options.webDir) await serveWeb(app, options.webDir)

  const problem = (error: unknown): void => app.log.error(error)
  const running = options.background ? [keepAnchoring(db, { dataDir: options.dataDir, timestamp: options.timestamp ?? null, problem }), keepSealing(db, problem)] : []
  return {
    app,
    db,
    pool,
    services,
    async close() {
      await app.close()
      await Promise.all(running.map((one) => one.stop()))
      await pool.end()
    },
  }
}
