import type { Server as SecureServer } from 'node:https'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Database } from '#database/types.ts'
import { accountsRefusals } from '#modules/accounts/domain/refusals.ts'
import { createKeys, createSecondPerson, createSessions, readElsewhere, registerAccounts } from '#modules/accounts/server/index.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { registerEvaluation, usesHolding } from '#modules/evaluation/server/index.ts'
import { ledgerRefusals } from '#modules/ledger/domain/refusals.ts'
import { registerLedger } from '#modules/ledger/server/index.ts'
import { newsroomRefusals } from '#modules/newsroom/domain/refusals.ts'
import { keepMedia, keepMos, keepRundowns, mosPeerOf, registerNewsroom } from '#modules/newsroom/server/index.ts'
import { registerOperations, type Installation } from '#modules/operations/server/index.ts'
import { organisationRefusals } from '#modules/organisation/domain/refusals.ts'
import { registerOrganisation } from '#modules/organisation/server/index.ts'
import { personalDataRefusals } from '#modules/personal-data/domain/refusals.ts'
import { keepPeriods, registerPersonalData } from '#modules/personal-data/server/index.ts'
import { keepAnchoring } from '#platform/audit/keep-anchoring.ts'
import { keepSealing } from '#platform/audit/keep-sealing.ts'
import type { TimestampAddress } from '#platform/audit/timestamp-address.ts'
import { createFieldCipher } from '#platform/crypto/field-cipher.ts'
import { loadCalendar } from '#platform/db/calendar.ts'
import { createDatabase } from '#platform/db/database.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { createPool, type DatabaseAddress } from '#platform/db/pool.ts'
import { watchRoom } from '#platform/files/room.ts'
import { openFileStore } from '#platform/files/store.ts'
import { mediaSettings, type MediaSettings } from '#platform/media-store/media-settings.ts'
import { openMediaStore } from '#platform/media-store/media-store.ts'
import { createApp } from '#platform/http/app.ts'
import { followCertificate, readCertificate, type CertificateFiles } from '#platform/http/certificate.ts'
import { serveHealth } from '#platform/http/health.ts'
import type { LogLevel } from '#platform/http/log.ts'
import { createMetrics } from '#platform/http/metrics.ts'
import type { Services } from '#platform/http/serve.ts'
import { notedHome } from '#platform/postgres/cluster-home.ts'
import { disposals } from './disposals.ts'
import { twoPersonActs } from './modules.ts'
import { operatingFigures } from './operating-figures.ts'
import { serveReference } from './reference.ts'
import { loadSample } from './sample.ts'
import { serveWeb } from './web.ts'

/** What the program is started with. */
export interface ProgramOptions {
  readonly database: DatabaseAddress
  readonly dataDir: string
  /** The folder of the keys that seal fields; `keys` of the data folder unless said otherwise. */
  readonly keyFolder?: string
  /** Where films and sound lie; `media` of the data folder unless said otherwise. */
  readonly media?: MediaSettings
  /** The device that follows rundowns over MOS, `mos://host:10541?mos=ID&ncs=ID`; none unless said. */
  readonly mos?: string
  /** Signs cookies; kept in the data folder. */
  readonly secret: string
  /** The only clock; tests set it. */
  readonly clock?: () => Date
  /** `warn` unless said otherwise; false writes nothing. */
  readonly log?: LogLevel | false
  /** How it is installed, as far as the program cannot see it itself. */
  readonly installation?: Pick<Installation, 'version' | 'embedded' | 'backups' | 'reachable'>
  readonly certificate?: CertificateFiles
  /** Addresses of proxies in front, whose forwarded headers are believed. */
  readonly proxies?: readonly string[]
  readonly metricsToken?: string
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
  const mos = options.mos === undefined ? null : mosPeerOf(options.mos)
  const pool = createPool(options.database, { role: applicationRole, max: options.connections ?? 10 })
  const db = createDatabase(pool)
  const clock = options.clock ?? (() => new Date())
  const sessions = createSessions(db)
  const services: Services = {
    db,
    files: openFileStore(join(options.dataDir, 'files')),
    media: openMediaStore(options.media ?? mediaSettings({}, options.dataDir)),
    fields: createFieldCipher(options.keyFolder ?? join(options.dataDir, 'keys'), clock),
    calendar: await loadCalendar(db),
    clock,
    sessionOf: sessions.sessionOf,
    secondPerson: createSecondPerson(db),
    room: watchRoom([options.dataDir, notedHome(options.dataDir)]),
  }
  const certificate = options.certificate === undefined ? undefined : readCertificate(options.certificate, clock())
  let shown = certificate?.state ?? null
  const app = await createApp({
    log: options.log ?? 'warn',
    proxies: options.proxies ?? [],
    ...(certificate === undefined ? {} : { certificate: { cert: certificate.cert, key: certificate.key } }),
    refusals: [accountsRefusals, organisationRefusals, ledgerRefusals, evaluationRefusals, newsroomRefusals, personalDataRefusals],
  })

  registerOrganisation(app, services, [usesHolding])
  registerLedger(app, services)
  registerEvaluation(app, services)
  registerNewsroom(app, services)
  registerPersonalData(app, services, disposals)
  const elsewhere = readElsewhere(join(options.dataDir, 'oidc.json'))
  registerAccounts(app, services, { db, keys: createKeys(options.secret), sessions, elsewhere, loadSample: (now) => loadSample(db, now) }, twoPersonActs())
  registerOperations(app, services, {
    version: '',
    embedded: false,
    backups: { folder: join(options.dataDir, 'backups'), minuteOfDay: null },
    reachable: false,
    ...options.installation,
    startedAt: new Date(),
    dataDir: options.dataDir,
    certificate: () => shown,
    behindProxy: (options.proxies?.length ?? 0) > 0,
  })
  const figures = operatingFigures(options.dataDir, options.installation?.backups.folder)
  const metrics = createMetrics(app, pool, figures.help, figures.read)
  serveHealth(app, { pool, room: services.room, metrics: metrics.read, metricsToken: options.metricsToken })
  serveReference(app)
  if (options.webDir) await serveWeb(app, options.webDir)

  const problem = (error: unknown): void => app.log.error({ err: error }, 'unexpected')
  const running = options.background ? [keepAnchoring(db, { dataDir: options.dataDir, timestamp: options.timestamp ?? null, problem }), keepSealing(db, problem), keepPeriods(services, disposals, problem), keepMedia(services, problem), keepRundowns(services, problem), ...(mos === null ? [] : [keepMos(services, mos, problem)])] : []
  if (options.certificate !== undefined) {
    const stop = followCertificate(app.server as unknown as SecureServer, options.certificate, (state) => (shown = state))
    running.push({ stop: async () => stop() })
  }
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
