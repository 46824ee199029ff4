import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { confirmRestore, createKeys, WitnessError, type Witness } from '#modules/accounts/server/index.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { createDatabase, type Tx } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { backupArguments } from './backup.ts'
import { dataFolderOf, unsealOf, withDatabase } from './backup-place.ts'
import { backupProblem } from './backup-problem.ts'
import { restoreUsage } from './backup-usage.ts'
import { CommandError, type Answer } from './command.ts'

const witnessWords = {
  'same-person': 'Hai người xác nhận phải là hai người khác nhau',
  unknown: 'Sai tên đăng nhập, mật khẩu hoặc tài khoản không có quyền',
  'no-administrator': 'Không có quản trị viên trong hai người xác nhận',
  'other-tenant': 'Hai người xác nhận thuộc hai cấp ủy khác nhau',
  'wrong-code': 'Mã xác thực hai lớp không đúng',
} as const

/**
 * `thuocdo restore FILE`: puts a backup in the place of today's data, which stay beside it under another name. Refuses
 * a running program, a newer backup and a wrong key, and asks two people of the backup for their passwords.
 */
export async function restoreCommand(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = backupArguments(args)
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) throw new CommandError('argv', 'Cần đúng một bản sao lưu', restoreUsage)
  const file = path.resolve(given)
  const dataDir = dataFolderOf(values.data)
  try {
    const unseal = await unsealOf(dataDir, values.key, values['passphrase-file'])
    const restored = await withDatabase(dataDir, 'alone', (database) =>
      restoreBackup({
        file,
        unseal,
        database,
        dataDir,
        now: new Date(),
        confirm: async (fresh, { head }, keptFolder) => {
          const asking = openQuestions()
          const pool = createPool(fresh, { max: 2 })
          try {
            const witnesses = await askWitnesses(asking, head.takenAt)
            const keys = createKeys((await readFile(path.join(keptFolder, 'secret'), 'utf8')).trim())
            const ask = (username: string) => asking.ask(`Mã xác thực hai lớp của ${username}: `, false)
            await confirmRestore(createDatabase(pool) as unknown as Tx<'accounts'>, witnesses, { keys, ask }, head, new Date())
          } finally {
            asking.close()
            await pool.end()
          }
        },
      }),
    )
    const { head, manifest, upgraded, previous } = restored
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { output: { restored: file, takenAt: head.takenAt, program: head.program, rows, files: manifest.files.count, damaged: manifest.damaged, upgraded, previousDatabase: previous }, errors: [] }
  } catch (error) {
    if (error instanceof WitnessError) throw new CommandError(error.username || 'stdin', witnessWords[error.problem], 'hai người của cấp ủy trong bản sao lưu, ít nhất một quản trị viên, người kia là quản trị viên, cán bộ tổ chức hoặc người quyết định')
    throw backupProblem(error, file)
  }
}

/** Questions at the terminal, secrets unseen; otherwise each answer is a line of standard input. */
interface Questions {
  readonly terminal: boolean
  ask(prompt: string, secret: boolean): Promise<string>
  close(): void
}

function openQuestions(): Questions {
  const terminal = process.stdin.isTTY === true
  let silent = false
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!silent) process.stderr.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal })
  const reader = lines[Symbol.asyncIterator]()
  return {
    terminal,
    close: () => lines.close(),
    async ask(prompt, secret) {
      if (terminal) process.stderr.write(prompt)
      silent = secret
      const { value, done } = await reader.next()
      silent = false
      if (terminal && secret) process.stderr.write('\n')
      if (done === true || typeof value !== 'string') throw new CommandError('stdin', 'Thiếu người xác nhận', 'tên đăng nhập, mật khẩu của hai người và mã xác thực của ai có, mỗi thứ một dòng')
      return value
    },
  }
}

/** Two people's names and passwords. */
async function askWitnesses({ terminal, ask }: Questions, takenAt: string): Promise<[Witness, Witness]> {
  if (terminal) process.stderr.write(`Khôi phục về thời điểm ${takenAt}. Hai người phải xác nhận; mọi thay đổi sau thời điểm đó sẽ không còn trong chương trình.\n`)
  const witness = async (which: string): Promise<Witness> => ({ username: await ask(`Tên đăng nhập người thứ ${which}: `, false), password: await ask('Mật khẩu: ', true) })
  return [await witness('nhất'), await witness('hai')]
}
