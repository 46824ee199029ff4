import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { keyFolderOf } from '#platform/crypto/key-files.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { isDiskFull } from '#platform/files/room.ts'
import { CertificateError } from '#platform/http/certificate.ts'
import { mediaSettings, MediaSettingsError, type MediaSettings } from '#platform/media-store/media-settings.ts'
import type { Arguments } from './arguments.ts'
import { backupPlan, scheduleBackups, type BackupPlan } from './backup-schedule.ts'
import type { Program } from './compose.ts'
import { openDataFolder } from './data-folder.ts'
import { programVersion } from './program-version.ts'
import { noSpace, StartProblem } from './start-problem.ts'

const root = path.join(import.meta.dirname, '../..')
const stopLimit = 10_000

/** The started program: its address, and how to end it. */
export interface Started {
  readonly url: string
  readonly program: Program
  /** Settles when the database ended without being asked. */
  readonly databaseLost: Promise<void>
}

type Undo = () => Promise<void> | void

/** What has been started so far, ended in reverse order; the same whether a start fails or the program ends. */
export class Undos {
  readonly #steps: Undo[] = []
  #ending: Promise<void> | undefined

  /** Remembers how to end something; done at once when the end has already come. */
  add(step: Undo): void {
    if (this.#ending === undefined) this.#steps.push(step)
    else void this.#ending.then(step)
  }

  run(): Promise<void> {
    return (this.#ending ??= this.#run())
  }

  async #run(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step()
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
}

/**
 * Starts everything: data folder, database, schema, screens, HTTP. The database starts while the program's code is
 * still loading. Throws {@link StartProblem}; what was started until then is in `undos`.
 */
export async function startUp(args: Arguments, undos: Undos, say: (line: string) => void): Promise<Started> {
  try {
    return await start(args, undos, say)
  } catch (error) {
    throw isDiskFull(error) ? noSpace() : error
  }
}

async function start(args: Arguments, undos: Undos, say: (line: string) => void): Promise<Started> {
  await refuseTakenPort(args)
  const folder = await openDataFolder(args.dataDir, programVersion(), args.databaseUrl === undefined ? 'alone' : 'shared')
  undos.add(() => folder.release())
  const plan = backupPlan(process.env, folder.path, args.databaseUrl === undefined)
  const loading = import('./compose.ts')
  const screens = args.dev ? Promise.resolve(null) : import('./build-web.ts').then(({ buildWeb }) => buildWeb(root, say))
  // Looked at below; until then a failure must not end the process as an unhandled one.
  loading.catch(() => undefined)
  screens.catch(() => undefined)
  const { address, lost } = await openDatabase(args, folder.path, plan, undos, say)
  const { compose } = await loading
  const program = await compose({
    database: address,
    dataDir: folder.path,
    keyFolder: keyFolder(folder.path),
    media: mediaOf(folder.path),
    secret: folder.secret,
    webDir: await screens,
    background: true,
    ...(args.timestamp === undefined ? {} : { timestamp: args.timestamp }),
    ...(args.mos === undefined ? {} : { mos: args.mos }),
    log: args.log,
    proxies: args.proxies,
    ...(args.certificate === undefined ? {} : { certificate: args.certificate }),
    ...(args.metricsToken === undefined ? {} : { metricsToken: args.metricsToken }),
    installation: { version: programVersion(), embedded: args.databaseUrl === undefined, backups: plan, reachable: !/^(127\.|::1$|localhost$)/.test(args.host) },
  }).catch((error: unknown) => {
    throw settingProblem(error)
  })
  undos.add(() => closeProgram(program))
  await listen(program, args)
  await tellMissingKeys(program, say)
  folder.confirm()
  const schedule = scheduleBackups({ database: address, dataDir: folder.path, program: programVersion() }, plan, program.app.log)
  undos.add(() => schedule.stop())
  return { url: addressOf(args, program), program, databaseLost: lost }
}

async function openDatabase(args: Arguments, dataDir: string, plan: BackupPlan, undos: Undos, say: (line: string) => void): Promise<{ address: DatabaseAddress; lost: Promise<void> }> {
  const { migrateDatabase, openEmbedded } = await import('./open-database.ts')
  const upgrade = (address: DatabaseAddress) => migrateDatabase(address, { dataDir, folder: plan.folder, say })
  if (args.databaseUrl !== undefined) {
    const address = { url: args.databaseUrl }
    await upgrade(address)
    return { address, lost: new Promise(() => undefined) }
  }
  const cluster = await openEmbedded(dataDir, say)
  undos.add(() => cluster.stop())
  await upgrade(cluster.connection)
  return { address: cluster.connection, lost: cluster.exited }
}

/** Where the keys of sealed fields lie. A folder named for them that is not there, as of a disk not mounted, would only look like no keys. */
function keyFolder(dataDir: string): string {
  const folder = keyFolderOf(dataDir, process.env)
  if (process.env['THUOCDO_KEYS'] && !existsSync(folder)) throw new StartProblem(`Không có thư mục khóa ${folder} (THUOCDO_KEYS): hãy gắn ổ đĩa hoặc tạo thư mục. (The key folder does not exist.)`)
  return folder
}

/** Where films and sound lie, by the environment. */
function mediaOf(dataDir: string): MediaSettings {
  try {
    return mediaSettings(process.env, dataDir)
  } catch (error) {
    throw error instanceof MediaSettingsError ? new StartProblem(error.message) : error
  }
}

/** The office goes on working without a key; only what it sealed is not read, and no number can be entered. */
async function tellMissingKeys({ services }: Program, say: (line: string) => void): Promise<void> {
  const { readerOf } = await import('#platform/db/database.ts')
  const missing = await services.fields.missingKeys(readerOf(services.db))
  if (missing.length > 0) say(`Thiếu khóa mã hóa ${missing.join(', ')}: số định danh không đọc, không ghi được cho đến khi đặt lại tệp khóa (npx thuocdo keys list). (Field keys are missing.)`)
}

/** Seen before anything is made or migrated, so that a second start by mistake does nothing at all. */
function refuseTakenPort(args: Arguments): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, args)))
    probe.listen({ port: args.port, host: args.host, exclusive: true }, () => probe.close(() => resolve()))
  })
}

async function listen(program: Program, args: Arguments): Promise<void> {
  try {
    await program.app.listen({ port: args.dev ? 0 : args.port, host: args.host })
  } catch (error) {
    throw listenProblem(error, args)
  }
}

function listenProblem(error: unknown, { port, host }: Arguments): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new StartProblem(`Cổng ${port} đang được một chương trình khác dùng; chọn cổng khác: npm start -- --port ${port + 1}. (Port ${port} is in use.)`)
  }
  if (code === 'EACCES') return new StartProblem(`Không có quyền dùng cổng ${port}; hãy chọn cổng từ 1024 trở lên. (No right to use port ${port}.)`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartProblem(`Máy này không có địa chỉ ${host}. (This machine has no address ${host}.)`)
  }
  return error
}

/** Answers being written get some seconds; a browser that keeps its connection open does not hold up the end. */
async function closeProgram(program: Program): Promise<void> {
  const limit = setTimeout(() => program.app.server.closeAllConnections(), stopLimit)
  limit.unref()
  await program.close()
  clearTimeout(limit)
}

function addressOf(args: Arguments, program: Program): string {
  const bound = program.app.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : args.port
  const everywhere = args.host === '0.0.0.0' || args.host === '::'
  const host = everywhere ? '127.0.0.1' : args.host.includes(':') ? `[${args.host}]` : args.host
  return `${schemeOf(args)}://${host}:${port}`
}

function schemeOf(args: Arguments): 'http' | 'https' {
  return args.certificate === undefined ? 'http' : 'https'
}

const certificateWords = {
  unreadable: 'không đọc được',
  'not-pem': 'không phải tệp PEM đúng loại',
  'other-key': 'không phải khóa của chứng thư số',
  expired: 'đã hết hạn',
} as const

function settingProblem(error: unknown): unknown {
  if (error instanceof Error && error.name === 'MosAddressError') return new StartProblem('THUOCDO_MOS phải có dạng mos://máy:10541?mos=MÃ&ncs=MÃ. (THUOCDO_MOS must be of this form.)')
  if (!(error instanceof CertificateError)) return error
  return new StartProblem(`Chứng thư số: ${error.file} ${certificateWords[error.problem]}. (Certificate: ${error.problem}.)`)
}

/** Addresses at which other machines of the network reach a program listening everywhere. */
export function networkAddresses(args: Arguments): string[] {
  if (args.host !== '0.0.0.0' && args.host !== '::') return []
  return Object.values(os.networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter((found) => found.family === 'IPv4' && !found.internal)
    .map((found) => `${schemeOf(args)}://${found.address}:${args.port}`)
}
