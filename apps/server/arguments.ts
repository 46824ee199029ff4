import { isIP } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { timestampUrl, type TimestampAddress } from '#platform/audit/timestamp-address.ts'
import type { CertificateFiles } from '#platform/http/certificate.ts'
import { logLevels, type LogLevel } from '#platform/http/log.ts'
import { StartProblem } from './start-problem.ts'

/** What the command line and the environment ask for. */
export interface Arguments {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** Where the daily head of the ledger is stamped (RFC 3161); without it no call leaves the machine. */
  readonly timestamp: TimestampAddress | undefined
  /** The address of the playout, captions or prompter of others that follows rundowns over MOS. */
  readonly mos: string | undefined
  /** PEM files of a certificate of one's own; the program speaks HTTPS then. */
  readonly certificate: CertificateFiles | undefined
  /** Addresses of proxies in front of the program. */
  readonly proxies: readonly string[]
  readonly metricsToken: string | undefined
  readonly log: LogLevel
  readonly sample: boolean
  readonly dev: boolean
  readonly help: boolean
}

export const defaultPort = 8686

export const helpText = `Thước Đo: chấm điểm, đánh giá cán bộ, công chức theo kết quả công việc

Cách dùng: npm start [-- TÙY CHỌN]

  --port SỐ       cổng (mặc định ${defaultPort})                       port to listen on
  --host ĐỊA_CHỈ  địa chỉ lắng nghe (mặc định 127.0.0.1;           address to listen on
                  0.0.0.0 để máy khác trong mạng truy cập được)
  --data THƯ_MỤC  thư mục dữ liệu (mặc định ./data)                data folder
  --tls-cert TỆP  chứng thư số (PEM), để chạy HTTPS                certificate, to speak HTTPS
  --tls-key TỆP   khóa của chứng thư số (PEM)                      its key
  --sample        nạp dữ liệu mẫu khi thư mục dữ liệu còn trống    load the sample data
  --dev           chế độ lập trình: giao diện tự cập nhật          screens reload while editing
  --help          hiện hướng dẫn này                               show this help

Biến môi trường: THUOCDO_DATA (thư mục dữ liệu), DATABASE_URL (dùng PostgreSQL có sẵn), THUOCDO_BACKUPS (thư mục sao
lưu), THUOCDO_KEYS (thư mục khóa của số định danh), THUOCDO_BACKUP_AT (giờ sao lưu, 12:15; off để tắt),
THUOCDO_TLS_CERT và THUOCDO_TLS_KEY, THUOCDO_PROXY (địa chỉ máy chủ trung gian), THUOCDO_METRICS_TOKEN, THUOCDO_LOG
(info: ghi mỗi yêu cầu một dòng; debug, trace: chi tiết hơn), THUOCDO_TIMESTAMP_URL và THUOCDO_TIMESTAMP_LAN=1 (dấu
thời gian cho sổ nhật ký), THUOCDO_MOS (mos://máy:10541?mos=MÃ&ncs=MÃ: thiết bị phát nhận khung qua MOS),
THUOCDO_MEDIA, THUOCDO_MEDIA_GB, THUOCDO_MEDIA_SCAN, THUOCDO_FFMPEG (kho phim). Xem docs/operations.md, docs/ledger.md.
`

/** Reads the command line. Throws {@link StartProblem} for what it does not know. */
export function readArguments(args: readonly string[], environment: NodeJS.ProcessEnv, root: string): Arguments {
  const { values } = parse(args)
  const given = values.data ?? (environment['THUOCDO_DATA'] || undefined)
  return {
    port: readPort(values.port),
    host: values.host ?? '127.0.0.1',
    dataDir: given === undefined ? path.join(root, 'data') : path.resolve(given),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    timestamp: readTimestamp(environment),
    mos: environment['THUOCDO_MOS'] || undefined,
    certificate: certificateOf(values['tls-cert'] ?? environment['THUOCDO_TLS_CERT'], values['tls-key'] ?? environment['THUOCDO_TLS_KEY']),
    proxies: proxiesOf(environment['THUOCDO_PROXY']),
    metricsToken: environment['THUOCDO_METRICS_TOKEN'] || undefined,
    log: logLevels.find((level) => level === environment['THUOCDO_LOG']) ?? 'warn',
    sample: values.sample ?? false,
    dev: values.dev ?? false,
    help: values.help ?? false,
  }
}

function readTimestamp(environment: NodeJS.ProcessEnv): TimestampAddress | undefined {
  const url = environment['THUOCDO_TIMESTAMP_URL']
  if (!url) return undefined
  try {
    return { url: timestampUrl(url).href, inOwnNetwork: environment['THUOCDO_TIMESTAMP_LAN'] === '1' }
  } catch {
    throw new StartProblem('THUOCDO_TIMESTAMP_URL phải là một địa chỉ http hoặc https. (THUOCDO_TIMESTAMP_URL must be an http or https address.)')
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        sample: { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. ')[0] : ''
    throw new StartProblem(`Tùy chọn không hợp lệ, xem npm start -- --help. (${said}.)`)
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new StartProblem(`Cổng phải là số từ 0 đến 65535, không phải “${text}”. (--port must be a number from 0 to 65535.)`)
  }
  return port
}

function certificateOf(certFile: string | undefined, keyFile: string | undefined): CertificateFiles | undefined {
  if (!certFile && !keyFile) return undefined
  if (!certFile || !keyFile) throw new StartProblem('Chứng thư số cần cả hai tệp: --tls-cert và --tls-key. (Both the certificate and its key are needed.)')
  return { certFile: path.resolve(certFile), keyFile: path.resolve(keyFile) }
}

/** Addresses or networks like 10.0.0.0/8; a proxy named wrongly would let anybody claim any address. */
function proxiesOf(text: string | undefined): readonly string[] {
  const proxies = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  for (const proxy of proxies) {
    const [address = '', bits, ...more] = proxy.split('/')
    const kind = isIP(address)
    if (kind === 0 || more.length > 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > (kind === 4 ? 32 : 128)))) {
      throw new StartProblem(`THUOCDO_PROXY phải là địa chỉ IP hoặc mạng như 10.0.0.0/24, không phải “${proxy}”. (THUOCDO_PROXY must be an IP address or network.)`)
    }
  }
  return proxies
}
