import path from 'node:path'
import { parseArgs } from 'node:util'
import { programVersion } from '#apps/server/program-version.ts'
import { BackupError } from '#platform/backup/archive.ts'
import { backupKeys } from '#platform/backup/backup-keys.ts'
import { backupStatus } from '#platform/backup/backup-reports.ts'
import { runBackup } from '#platform/backup/run-backup.ts'
import type { Seal } from '#platform/backup/sealing.ts'
import { tryBackup } from '#platform/backup/try-backup.ts'
import { backupFolderOf, dataFolderOf, passphraseIn, unsealOf, withDatabase } from './backup-place.ts'
import { backupProblem } from './backup-problem.ts'
import { backupUsage } from './backup-usage.ts'
import { CommandError, type Answer } from './command.ts'

/** Options all backup commands take. Throws {@link CommandError} for others. */
export function backupArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        to: { type: 'string' },
        key: { type: 'string' },
        'passphrase-file': { type: 'string' },
        recipient: { type: 'string', multiple: true },
      },
    })
  } catch (error) {
    throw new CommandError('argv', error instanceof Error ? (error.message.split('. ')[0] ?? '') : '', backupUsage.join(' | '))
  }
}

/** `thuocdo backup`: makes a backup and proves it, while the program may go on running; also lists and tries them. */
export async function backupCommand(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = backupArguments(args)
  const dataDir = dataFolderOf(values.data)
  const folder = backupFolderOf(dataDir, values.to)
  const [action, file, ...more] = positionals
  if (action === 'list' && file === undefined) return { output: await backupStatus(folder), errors: [] }
  if (action === 'verify' && file !== undefined && more.length === 0) return verify(dataDir, path.resolve(file), values.key, values['passphrase-file'])
  if (action !== undefined) throw new CommandError('argv', `Không hiểu “backup ${positionals.join(' ')}”`, backupUsage.join(' | '))
  try {
    const report = await withDatabase(dataDir, 'existing', async (database) => {
      const seal = await sealOf(dataDir, values.recipient, values['passphrase-file'])
      return runBackup({ source: { database, dataDir, program: programVersion() }, folder, seal, clock: () => new Date(), purpose: 'asked' })
    })
    const errors = report.damaged.map(({ id, problem }) => ({
      path: path.join(dataDir, 'files', id.slice(0, 2), id),
      message: problem === 'missing' ? 'Tệp trong kho bị mất' : 'Tệp trong kho đã bị sửa hoặc hỏng',
      expected: 'tệp có đúng mã SHA-256 như tên; hãy lấy lại từ một bản sao lưu cũ hơn',
    }))
    return { output: report, errors }
  } catch (error) {
    throw backupProblem(error, folder)
  }
}

async function verify(dataDir: string, file: string, key: string | undefined, passphraseFile: string | undefined): Promise<Answer> {
  try {
    const unseal = await unsealOf(dataDir, key, passphraseFile)
    const { head, manifest } = await withDatabase(dataDir, 'any', (database) => tryBackup(file, unseal, database))
    return { output: { file, verified: true, head, tables: manifest.tables.map(({ name, rows }) => ({ name, rows })), files: manifest.files, damaged: manifest.damaged }, errors: [] }
  } catch (error) {
    throw backupProblem(error, file)
  }
}

async function sealOf(dataDir: string, recipients: readonly string[] | undefined, passphraseFile: string | undefined): Promise<Seal> {
  if (recipients !== undefined && passphraseFile !== undefined) throw new CommandError('argv', 'Chỉ dùng một trong --recipient và --passphrase-file', '--recipient age1…')
  if (passphraseFile !== undefined) return { passphrase: await passphraseIn(passphraseFile) }
  if (recipients !== undefined) {
    if (recipients.some((each) => !/^age1[0-9a-z]+$/.test(each))) throw new BackupError('wrong-key', '--recipient')
    return { recipients }
  }
  return { recipients: (await backupKeys(dataDir)).recipients }
}
