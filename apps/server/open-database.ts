import { MigrationMismatch, migrate } from '#platform/db/migrate.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { ClusterError, type ClusterProblem } from '#platform/postgres/cluster-error.ts'
import { startCluster, type Cluster } from '#platform/postgres/start-cluster.ts'
import { backUpBeforeUpgrade } from './backup-schedule.ts'
import { programVersion } from './program-version.ts'
import { noSpace, StartProblem } from './start-problem.ts'

const clusterProblems: Record<Exclude<ClusterProblem, 'no-space'>, string> = {
  'no-binaries': 'Chưa có gói PostgreSQL cho máy này: hãy đặt DATABASE_URL trỏ tới một PostgreSQL 15 trở lên. (No PostgreSQL package for this platform.)',
  'other-major': 'Dữ liệu do một phiên bản PostgreSQL khác ghi, chương trình này không mở được. (The data belongs to another PostgreSQL version.)',
  'other-owner': 'Thư mục dữ liệu thuộc về người dùng khác của máy: hãy chạy bằng đúng người dùng đó. (The data folder belongs to another user.)',
  'already-running': 'PostgreSQL của thư mục dữ liệu này vẫn đang chạy và không dừng được. (Its PostgreSQL is still running.)',
  'no-user': 'Không tìm được người dùng hệ thống để chạy PostgreSQL: hãy chạy bằng người dùng thường. (Run as an ordinary user.)',
  failed: 'PostgreSQL không khởi động được. (PostgreSQL did not start.)',
}

/** Starts the embedded PostgreSQL of the data folder; failures become one line. */
export async function openEmbedded(dataDir: string, say: (line: string) => void): Promise<Cluster> {
  try {
    return await startCluster({
      dataDir,
      purpose: 'production',
      onNotice: (notice) => {
        if (notice === 'creating') say('Đang tạo cơ sở dữ liệu…')
        else if (notice === 'recovering') say('Đang khôi phục cơ sở dữ liệu sau lần dừng đột ngột…')
        else say(`Cơ sở dữ liệu nằm ở ${notice.movedTo}, vì PostgreSQL không chạy bằng root và không vào được thư mục này.`)
      },
    })
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error
    if (error.problem === 'no-space') throw noSpace()
    const detail = error.detail.split('\n').at(-1)?.trim() ?? ''
    throw new StartProblem(`${clusterProblems[error.problem]}${detail === '' ? '' : ` ${detail}`}`)
  }
}

/** Where the backup before an upgrade goes, and whom to tell. */
export interface UpgradeCare {
  readonly dataDir: string
  readonly folder: string
  readonly say: (line: string) => void
}

/**
 * Brings the schema up to date, after a verified backup when the database was used before; a database that cannot be
 * reached or is too new becomes one line.
 */
export async function migrateDatabase(address: DatabaseAddress, care: UpgradeCare): Promise<void> {
  try {
    const beforeUpgrade = async (): Promise<void> => {
      care.say('Đang sao lưu trước khi nâng cấp…')
      const file = await backUpBeforeUpgrade({ database: address, dataDir: care.dataDir, program: programVersion() }, care.folder)
      care.say(`Đã sao lưu: ${file}`)
    }
    await migrate(address, process.env['THUOCDO_UPGRADE_WITHOUT_BACKUP'] ? {} : { beforeUpgrade })
  } catch (error) {
    throw problemOf(error, address)
  }
}

function problemOf(error: unknown, address: DatabaseAddress): unknown {
  if (error instanceof StartProblem) return error
  if (error instanceof MigrationMismatch) {
    return new StartProblem(
      error.kind === 'newer'
        ? `Cơ sở dữ liệu do phiên bản mới hơn ghi (${error.migration}): hãy dùng phiên bản mới hơn. (Migrated by a newer version.)`
        : `Tệp nâng cấp ${error.migration} đã bị sửa so với khi chạy lần trước. (A shipped migration was altered.)`,
    )
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '53100') return noSpace()
  if (isConnectionFailure(error, code)) {
    return new StartProblem(`Không kết nối được cơ sở dữ liệu ${placeOf(address)}: ${messageOf(error)}. (Database unreachable.)`)
  }
  if (code === '42501' || code === '0A000') {
    return new StartProblem(`Người dùng cơ sở dữ liệu ${placeOf(address)} thiếu quyền hoặc phần mở rộng: ${messageOf(error)}. (Rights or extensions missing.)`)
  }
  return error
}

function isConnectionFailure(error: unknown, code: string): boolean {
  if (/^(E[A-Z]+|28P01|28000|3D000|08\d{3}|57P0\d|53300|ERR_INVALID_URL|XX000)$/.test(code)) return true
  return /timeout|Connection terminated|SASL|SCRAM|password|does not support SSL|Invalid URL/i.test(messageOf(error))
}

function messageOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}

/** Where the database is, without the password. */
function placeOf(address: DatabaseAddress): string {
  if (!('url' in address)) return `${address.host}:${address.port}/${address.database}`
  try {
    const url = new URL(address.url)
    return `${url.host}${url.pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
