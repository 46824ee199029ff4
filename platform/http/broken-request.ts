import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { onEveryReply } from './security-headers.ts'

const answers: Readonly<Record<string, { readonly status: number; readonly code: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'platform.invalid-input' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'platform.too-large' },
}
const otherwise = { status: 400, code: 'platform.invalid-input' }

/** Answers bytes that are no HTTP request, in the one shape of every refusal, and closes: what follows them means nothing. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { status, code } = answers[error.code ?? ''] ?? otherwise
  const body = JSON.stringify({ error: { code, data: {} } })
  const headers = { ...onEveryReply, 'content-type': 'application/json; charset=utf-8', 'content-length': String(body.length), connection: 'close' }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`)
  socket.destroy(error)
}
