import { open } from 'node:fs/promises'

/** What a command prints: one JSON value, and errors that make the exit status 2. */
export interface Answer {
  readonly output: unknown
  readonly errors: readonly unknown[]
  /** Said in words for people instead, as it stands. */
  readonly text?: string
  /** Exit status other than what errors make it. */
  readonly status?: number
}

/** A wrong use of the command line, or a file that cannot be read. */
export class CommandError extends Error {
  readonly path: string
  readonly expected: string
  /** Each fault with its place, where there are several; printed instead of the message. */
  readonly errors: readonly unknown[]
  constructor(path: string, message: string, expected: string, errors: readonly unknown[] = []) {
    super(message)
    this.path = path
    this.expected = expected
    this.errors = errors
  }
}

const largest = 5 * 1024 * 1024

function tooLarge(file: string): CommandError {
  return new CommandError(file, 'Tệp lớn hơn 5 MB', 'không quá 5 MB')
}

async function readBytes(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (file === '-') {
    for await (const chunk of process.stdin) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array)
      size += bytes.length
      if (size > largest) throw tooLarge(file)
      chunks.push(bytes)
    }
    return Buffer.concat(chunks)
  }
  const handle = await open(file, 'r')
  try {
    const { size: onDisk } = await handle.stat()
    if (onDisk > largest) throw tooLarge(file)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The bytes of a file, or of standard input for `-`; at most 5 MB. `expected` is said when there is no such file. */
export async function readInputBytes(file: string, expected: string): Promise<Uint8Array> {
  try {
    return await readBytes(file)
  } catch (error) {
    if (error instanceof CommandError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new CommandError(file, code === 'ENOENT' ? 'Không có tệp này' : `Không đọc được tệp (${code})`, expected)
  }
}

/** The UTF-8 text of a file, or of standard input for `-`; at most 5 MB. `expected` is said when there is no such file, `format` when it is no UTF-8. */
export async function readInputFile(file: string, expected = 'đường dẫn tệp JSON hoặc YAML, hoặc -', format = 'JSON hoặc YAML, UTF-8'): Promise<string> {
  const bytes = await readInputBytes(file, expected)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(file, 'Tệp không phải văn bản UTF-8', format)
  }
}
