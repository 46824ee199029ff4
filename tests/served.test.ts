import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { compose, type Program } from '#apps/server/compose.ts'
import { errorReply } from '#platform/contract/error.ts'
import { testDatabase } from './setup/test-database.ts'

const database = await testDatabase(import.meta)
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-served-'))
let program: Program
let port = 0

before(async () => {
  const web = path.join(folder, 'web')
  await mkdir(path.join(web, 'assets'), { recursive: true })
  await writeFile(path.join(web, 'index.html'), '<!doctype html><title>Thước Đo</title>')
  await writeFile(path.join(web, 'assets', 'a.js'), 'export {}')
  await writeFile(path.join(folder, 'secret'), 'bí mật của thư mục dữ liệu')
  program = await compose({ database: { url: database.url }, dataDir: folder, secret: 'thử', log: false, webDir: web })
  await program.app.listen({ port: 0, host: '127.0.0.1' })
  port = (program.app.server.address() as AddressInfo).port
})

after(async () => {
  await program.close()
  await rm(folder, { recursive: true, force: true })
})

/** Bytes as they are, and everything that comes back until the program closes or has answered `answers` times. */
function raw(text: string, answers = 1): Promise<string> {
  return new Promise((resolve, reject) => {
    let came = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text, 'latin1'))
    const end = (): void => {
      socket.destroy()
      resolve(came)
    }
    socket.on('data', (part) => {
      came += String(part)
      if ((came.match(/HTTP\/1\.1 /g) ?? []).length >= answers && /\r\n\r\n[\s\S]*[}>]$/.test(came)) end()
    })
    socket.on('close', end)
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? end() : reject(error)))
  })
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

function assertRefused(answer: string, status: number): void {
  assert.equal(statusOf(answer), status, answer.slice(0, 300))
  errorReply.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)))
  assert.match(answer, /content-security-policy: default-src 'self'/)
  assert.match(answer, /x-content-type-options: nosniff/)
}

test('the page and every answer say to the browser what it may load, and that nobody may frame it', async () => {
  for (const url of ['/', '/index.html', '/assets/a.js', '/api/accounts/session', '/healthz', '/khong-co', '/api/khong-co', '/api/openapi.json', '/api/reference/']) {
    const { headers } = await program.app.inject({ method: 'GET', url })
    const policy = Object.fromEntries(String(headers['content-security-policy']).split('; ').map((part) => [part.split(' ')[0], part.slice(part.indexOf(' ') + 1)]))
    assert.deepEqual([policy['default-src'], policy['script-src'], policy['object-src'], policy['base-uri'], policy['frame-ancestors'], policy['form-action']], ["'self'", "'self'", "'none'", "'none'", "'none'", "'self'"], url)
    assert.ok(!String(headers['content-security-policy']).includes('unsafe'), url)
    assert.deepEqual([headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-resource-policy'], headers['access-control-allow-origin'], headers['x-powered-by'], headers['server']], ['nosniff', 'same-origin', 'same-origin', undefined, undefined, undefined], url)
  }
})

test('no address leads out of the built screens, and no folder is listed', async () => {
  for (const url of ['/../secret', '/assets/../../secret', '/..%2fsecret', '/assets/..%2f..%2fsecret', '/%2e%2e/secret', '/....//secret', '/assets/%5c..%5c..%5csecret', '/.git/config', '/assets/', '/assets', '//secret', '/api/reference/static/../../../../package.json', '/api/reference/static/..%2f..%2fpackage.json']) {
    const answer = await raw(`GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    assert.ok(!/bí mật|\[core\]|"dependencies"|a\.js/.test(Buffer.from(answer, 'latin1').toString('utf8')), `${url}: ${answer.slice(0, 200)}`)
    assert.ok([200, 302, 400, 403, 404].includes(statusOf(answer)), `${url}: ${statusOf(answer)}`)
  }
})

test('methods nobody asked for are none', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await raw(`${method} /api/accounts/session HTTP/1.1\r\nhost: x\r\nx-secret: abc\r\nconnection: close\r\n\r\n`)
    assert.ok(statusOf(answer) >= 400 && statusOf(answer) < 500, `${method}: ${answer.slice(0, 200)}`)
    assert.ok(!answer.includes('abc'), method)
  }
})

test('a request whose end could be read in two ways is refused, and what follows it is not answered', async () => {
  const second = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n'
  for (const headers of [
    'content-length: 4\r\ntransfer-encoding: chunked',
    'content-length: 4\r\ncontent-length: 5',
    'transfer-encoding: chunked, identity',
    'transfer-encoding: xchunked',
    'content-length: +4',
    'content-length : 4',
    'a b: c',
  ]) {
    const answer = await raw(`POST /api/accounts/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${headers}\r\n\r\n0\r\n\r\n${second}`, 2)
    assertRefused(answer, 400)
    assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1, headers)
  }
})

test('what is no request, or has too long a head, is refused in the same shape as everything', async () => {
  assertRefused(await raw('không phải HTTP\r\n\r\n'), 400)
  assertRefused(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`), 431)
  assertRefused(await raw('GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\nbad\x00header: 1\r\n\r\n'), 400)
})
