import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isDiskFull } from '#platform/files/room.ts'
import { isAlive, startMarkOf } from '#platform/postgres/process-identity.ts'
import { withLock } from '../../bin/lock.mjs'
import { noSpace, StartProblem } from './start-problem.ts'

/** A data folder that this process alone uses until it releases it. */
export interface DataFolder {
  readonly path: string
  /** Signs cookies; made once and kept. */
  readonly secret: string
  /** Writes down which program used the folder last; only after everything started. */
  confirm(): void
  release(): void
}

interface Holder {
  readonly pid: number
  /** Tells this process from a later one with the same number. */
  readonly mark: string
}

/**
 * Takes the data folder for this process; `shared` when the database is elsewhere and several servers have the files
 * in common. Refuses a folder that another living instance uses, that a newer version wrote, or that cannot be
 * written; a lock of a killed process is taken over. Throws {@link StartProblem}.
 */
export async function openDataFolder(folder: string, version: string, use: 'alone' | 'shared' = 'alone'): Promise<DataFolder> {
  const existed = fs.existsSync(folder)
  try {
    fs.mkdirSync(folder, { recursive: true })
    const real = fs.realpathSync(folder)
    refuseNewer(real, version)
    const lock = path.join(real, 'instance.lock')
    if (use === 'alone') await withLock(`${lock}.taking`, () => undefined, async () => takeLock(lock, real))
    return {
      path: real,
      secret: readSecret(path.join(real, 'secret')),
      confirm: () => writeDurably(path.join(real, 'version.json'), `${JSON.stringify({ program: version })}\n`),
      release: () => release(lock, real, existed),
    }
  } catch (error) {
    throw problemWith(error, folder)
  }
}

function refuseNewer(folder: string, version: string): void {
  const file = path.join(folder, 'version.json')
  if (!fs.existsSync(file)) return
  const written = (JSON.parse(fs.readFileSync(file, 'utf8')) as { program?: unknown }).program
  if (typeof written === 'string' && isNewer(written, version)) {
    throw new StartProblem(
      `Thư mục dữ liệu ${folder} do phiên bản ${written} ghi, mới hơn chương trình này (${version}): hãy dùng phiên bản mới hơn. (Written by a newer version.)`,
    )
  }
}

function isNewer(written: string, own: string): boolean {
  const [a, b] = [written, own].map((text) => text.split(/[.-]/).map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

async function takeLock(lock: string, folder: string): Promise<void> {
  const holder = readHolder(lock)
  if (holder !== undefined && holder.pid !== process.pid && isAlive(holder.pid) && startMarkOf(holder.pid) === holder.mark) {
    throw new StartProblem(`Thư mục dữ liệu ${folder} đang được một chương trình Thước Đo khác dùng (tiến trình ${holder.pid}). (The data folder is in use by another instance.)`)
  }
  const own: Holder = { pid: process.pid, mark: startMarkOf(process.pid) }
  writeDurably(lock, JSON.stringify(own))
}

function readHolder(lock: string): Holder | undefined {
  try {
    const { pid, mark } = JSON.parse(fs.readFileSync(lock, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof mark === 'string' ? { pid, mark } : undefined
  } catch {
    return undefined
  }
}

function release(lock: string, folder: string, existed: boolean): void {
  if (readHolder(lock)?.pid === process.pid) fs.rmSync(lock, { force: true })
  if (existed || fs.existsSync(path.join(folder, 'version.json'))) return
  // A first start that failed leaves no trace of the folder, unless a cluster was already made in it.
  if (fs.readdirSync(folder).every((name) => name === 'secret')) fs.rmSync(folder, { recursive: true, force: true })
}

/** The first of several servers that start at once on a new folder makes the secret; the others read it. */
function readSecret(file: string): string {
  if (!fs.existsSync(file)) {
    const own = `${file}.${process.pid}.own`
    writeDurably(own, `${randomBytes(32).toString('base64url')}\n`, 0o600)
    try {
      fs.linkSync(own, file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) fs.copyFileSync(own, file, fs.constants.COPYFILE_EXCL)
    } finally {
      fs.rmSync(own, { force: true })
    }
  }
  return fs.readFileSync(file, 'utf8').trim()
}

function writeDurably(file: string, text: string, mode = 0o644): void {
  const draft = `${file}.${process.pid}.new`
  try {
    const handle = fs.openSync(draft, 'w', mode)
    try {
      fs.writeSync(handle, text)
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    fs.renameSync(draft, file)
  } catch (error) {
    fs.rmSync(draft, { force: true })
    throw error
  }
}

function problemWith(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (isDiskFull(error)) return noSpace()
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartProblem(`Không có quyền ghi vào thư mục dữ liệu ${folder}. (The data folder cannot be written.)`)
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartProblem(`${folder} không phải là thư mục. (The data folder is not a folder.)`)
  }
  return error
}
