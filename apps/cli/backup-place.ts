import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDataFolder } from '#apps/server/data-folder.ts'
import { programVersion } from '#apps/server/program-version.ts'
import { StartProblem } from '#apps/server/start-problem.ts'
import { readIdentities } from '#platform/backup/backup-keys.ts'
import { identityFileOf } from '#platform/backup/key-place.ts'
import type { Unseal } from '#platform/backup/sealing.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { runningCluster } from '#platform/postgres/running-cluster.ts'
import { startCluster } from '#platform/postgres/start-cluster.ts'
import { CommandError } from './command.ts'

/** The data folder a command works on: the one given, THUOCDO_DATA, or ./data of the program. */
export function dataFolderOf(given: string | undefined): string {
  const named = given ?? (process.env['THUOCDO_DATA'] || undefined)
  return named === undefined ? path.join(import.meta.dirname, '../../data') : path.resolve(named)
}

/** Where an installation's backups lie unless told otherwise. */
export function backupFolderOf(dataDir: string, given: string | undefined): string {
  return path.resolve(given ?? (process.env['THUOCDO_BACKUPS'] || path.join(dataDir, 'backups')))
}

/** On whose database a command works: the one in use or at rest, one that nobody uses, or a throw-away one when there is none. */
export type Access = 'existing' | 'alone' | 'any'

/** Runs some work on the database of a data folder: the running one, or one started for the while. */
export async function withDatabase<T>(dataDir: string, access: Access, work: (database: DatabaseAddress) => Promise<T>): Promise<T> {
  const url = process.env['DATABASE_URL']
  if (access !== 'alone') {
    if (url) return work({ url })
    const running = runningCluster(dataDir)
    if (running !== undefined) return work(running)
    if (!existsSync(path.join(dataDir, 'version.json'))) {
      if (access === 'any') return withThrowAway(work)
      throw new CommandError(dataDir, 'Thư mục này không có dữ liệu của Thước Đo', '--data THƯ_MỤC dữ liệu của chương trình')
    }
  }
  try {
    const folder = await openDataFolder(dataDir, programVersion())
    try {
      return url ? await work({ url }) : await onCluster(folder.path, work)
    } finally {
      folder.release()
    }
  } catch (error) {
    if (error instanceof StartProblem) throw new CommandError(dataDir, error.message, 'thư mục dữ liệu không có chương trình nào đang dùng')
    throw error
  }
}

async function onCluster<T>(dataDir: string, work: (database: DatabaseAddress) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir, purpose: 'production' })
  try {
    return await work(cluster.connection)
  } finally {
    await cluster.stop()
  }
}

async function withThrowAway<T>(work: (database: DatabaseAddress) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-verify-'))
  await chmod(folder, 0o755)
  try {
    return await onCluster(folder, work)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What opens a backup: the key file or passphrase file given, else the key in the data folder. */
export async function unsealOf(dataDir: string, key: string | undefined, passphraseFile: string | undefined): Promise<Unseal> {
  if (key !== undefined && passphraseFile !== undefined) throw new CommandError('argv', 'Chỉ dùng một trong --key và --passphrase-file', '--key TỆP')
  if (passphraseFile !== undefined) return { passphrase: await passphraseIn(passphraseFile) }
  if (key !== undefined) return { identities: await readIdentities(key) }
  const identityFile = identityFileOf(dataDir)
  if (identityFile === null) throw new CommandError('argv', 'Tệp khóa không có trong thư mục dữ liệu', '--key TỆP hoặc --passphrase-file TỆP')
  return { identities: await readIdentities(identityFile) }
}

/** The passphrase of a file, without the line break at its end. */
export async function passphraseIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(file, 'Không đọc được tệp mật khẩu', 'một tệp văn bản có mật khẩu ở dòng đầu')
  })
  const passphrase = (text.split(/\r?\n/)[0] ?? '').normalize('NFC')
  if (passphrase.length < 12) throw new CommandError(file, 'Mật khẩu sao lưu quá ngắn', 'ít nhất 12 ký tự')
  return passphrase
}
