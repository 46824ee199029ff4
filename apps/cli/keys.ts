import { parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { organisationSealedColumns } from '#modules/organisation/server/index.ts'
import { keyFileIds, keyFolderOf, removeKeyFile } from '#platform/crypto/key-files.ts'
import { keyStates, retireKey, type KeyHold } from '#platform/crypto/key-states.ts'
import { rotateKeys, type Rotated } from '#platform/crypto/rotate-keys.ts'
import type { SealedColumn } from '#platform/crypto/sealed-column.ts'
import { createDatabase } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { dataFolderOf, withDatabase } from './backup-place.ts'
import { CommandError, type Answer } from './command.ts'
import { keysUsage } from './keys-usage.ts'

const columns: readonly SealedColumn[] = [...organisationSealedColumns]

const holdWords: Readonly<Record<KeyHold, readonly [string, string]>> = {
  'in-use': ['Khóa này đang dùng để mã hóa', 'chạy keys rotate để đổi sang khóa mới trước'],
  'opens-rows': ['Còn dữ liệu chỉ mở được bằng khóa này', 'chạy keys rotate cho đến khi keys list không còn dòng nào dưới khóa này'],
  'backup-running': ['Đang sao lưu', 'chạy lại khi sao lưu xong'],
  'file-is-there': ['Tệp của khóa này vẫn còn nên dữ liệu vẫn mở được', 'keys rotate thay cho --give-up'],
  unknown: ['Không có khóa này', 'một khóa trong keys list'],
}

/** `thuocdo keys`: lists the keys that seal identity numbers, moves everything to a new one while the program runs, and removes an old one nothing needs. */
export async function keysCommand(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = keysArguments(args)
  const [action, key, ...more] = positionals
  const dataDir = dataFolderOf(values.data)
  const folder = keyFolderOf(dataDir, process.env)
  if (action === 'list' && key === undefined) return onDatabase(dataDir, async (db) => ({ output: { folder, keys: await keyStates(db, folder, await keyFileIds(folder), columns) }, errors: [] }))
  if (action === 'rotate' && key === undefined) return onDatabase(dataDir, async (db) => rotated(await rotateKeys({ db, folder, columns, clock: () => new Date(), ...batchOf(values.batch) })))
  if (action === 'remove' && key !== undefined && more.length === 0) return onDatabase(dataDir, (db) => remove(db, folder, key, values['give-up'] === true))
  throw new CommandError('argv', `Không hiểu “keys ${positionals.join(' ')}”`, keysUsage.join(' | '))
}

function keysArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { data: { type: 'string' }, batch: { type: 'string' }, 'give-up': { type: 'boolean' } } })
  } catch (error) {
    throw new CommandError('argv', error instanceof Error ? (error.message.split('. ')[0] ?? '') : '', keysUsage.join(' | '))
  }
}

function batchOf(text: string | undefined): { batch?: number } {
  if (text === undefined) return {}
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new CommandError('--batch', `“${text}” không phải số dòng`, 'một số nguyên từ 1')
  return { batch: Number(text) }
}

async function onDatabase(dataDir: string, work: (db: Kysely<Database>) => Promise<Answer>): Promise<Answer> {
  return withDatabase(dataDir, 'existing', async (address) => {
    const pool = createPool(address, { max: 2 })
    try {
      return await work(createDatabase(pool))
    } finally {
      await pool.end()
    }
  })
}

function rotated(done: Rotated): Answer {
  const errors = done.stuck.map(({ table, tenant, row, problem }) => ({
    path: `${table} ${tenant} ${row}`,
    message: problem === 'platform.field-key-missing' ? 'Thiếu tệp khóa của dòng này nên chưa đổi được' : 'Dòng này đã bị sửa hoặc chuyển chỗ nên không mở được',
    expected: problem === 'platform.field-key-missing' ? 'tệp khóa trong thư mục khóa, rồi chạy lại' : 'nội dung lấy lại từ bản sao lưu, hoặc ghi lại số trên màn hình',
  }))
  return { output: done, errors }
}

async function remove(db: Kysely<Database>, folder: string, key: string, giveUp: boolean): Promise<Answer> {
  const files = await keyFileIds(folder)
  const isThere = files.includes(key)
  const done = await retireKey(db, columns, key, { now: new Date(), lost: !isThere, giveUp })
  // A file no row of the register names was made by a command that was cut off, or put here by hand.
  if (typeof done === 'string' && !(done === 'unknown' && isThere)) throw new CommandError(key, ...holdWords[done])
  await removeKeyFile(folder, key)
  const note = 'Bản sao lưu làm trước lần đổi khóa vẫn cần khóa này: bản sao lưu chỉ giữ kèm khóa khi thư mục khóa nằm trong thư mục dữ liệu.'
  return { output: { removed: key, givenUp: typeof done === 'string' ? 0 : done.givenUp, note }, errors: [] }
}
