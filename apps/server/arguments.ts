import path from 'node:path'
import { parseArgs } from 'node:util'
import { StartProblem } from './start-problem.ts'

/** What the command line and the environment ask for. */
export interface Arguments {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl: string | undefined
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
  --sample        nạp dữ liệu mẫu khi thư mục dữ liệu còn trống    load the sample data
  --dev           chế độ lập trình: giao diện tự cập nhật          screens reload while editing
  --help          hiện hướng dẫn này                               show this help

Biến môi trường: THUOCDO_DATA (thư mục dữ liệu), DATABASE_URL (dùng PostgreSQL có sẵn).
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
    sample: values.sample ?? false,
    dev: values.dev ?? false,
    help: values.help ?? false,
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
