import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { after, before, test } from 'node:test'
import { compose, type Program } from '#apps/server/compose.ts'
import { readArguments } from '#apps/server/arguments.ts'
import { StartProblem } from '#apps/server/start-problem.ts'
import { CertificateError, followCertificate, readCertificate } from '#platform/http/certificate.ts'
import { serverCertificate } from './setup/server-certificate.ts'
import { testDatabase } from './setup/test-database.ts'

const database = await testDatabase(import.meta)
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-https-'))
const files = { certFile: path.join(folder, 'server.pem'), keyFile: path.join(folder, 'server.key') }
let program: Program
let port = 0

before(async () => {
  await write(files, await serverCertificate('may-chu.xa.example', new Date('2030-01-01')))
  program = await compose({ database: { url: database.url }, dataDir: folder, secret: 'thử', log: false, certificate: files })
  await program.app.listen({ port: 0, host: '127.0.0.1' })
  const bound = program.app.server.address()
  port = typeof bound === 'object' && bound !== null ? bound.port : 0
})

after(async () => {
  await program.close()
  await rm(folder, { recursive: true, force: true })
})

async function write(place: typeof files, pair: { cert: string; key: string }): Promise<void> {
  await writeFile(place.certFile, pair.cert)
  await writeFile(place.keyFile, pair.key)
}

function ask(place: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Record<string, unknown>; subject: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: place, headers, rejectUnauthorized: false, agent: false }, (reply) => {
      const subject = String((reply.socket as TLSSocket).getPeerCertificate().subject?.CN ?? '')
      reply.resume()
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, subject }))
    })
    sent.on('error', reject).end()
  })
}

test('with a certificate the program speaks HTTPS and tells browsers to stay with it', async () => {
  const reply = await ask('/readyz')
  assert.equal(reply.status, 200)
  assert.equal(reply.subject, 'may-chu.xa.example')
  assert.equal(reply.headers['strict-transport-security'], 'max-age=31536000')
  assert.equal(reply.headers['x-content-type-options'], 'nosniff')
})

test('a renewed certificate is shown without a restart; a half copied one is left alone', async () => {
  const seen: string[] = []
  const stop = followCertificate(program.app.server as never, files, (state) => seen.push(state.validTo), 20)
  try {
    await writeFile(files.certFile, (await serverCertificate('nua-chung.example', new Date('2031-01-01'))).cert)
    await new Promise((resolve) => setTimeout(resolve, 200))
    assert.equal((await ask('/readyz')).subject, 'may-chu.xa.example')
    await write(files, await serverCertificate('may-chu-moi.xa.example', new Date('2031-01-01')))
    for (let wait = 0; seen.length === 0 && wait < 100; wait++) await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal((await ask('/readyz')).subject, 'may-chu-moi.xa.example')
  } finally {
    stop()
  }
})

/** The protocol and cipher agreed on, or why there was none. */
function agreed(wanted: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...wanted }, () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`)
      socket.destroy()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
}

// After the renewal above, so that the rules are seen to hold for a new certificate too.
test('no older TLS than 1.2 is spoken, and no cipher without keys of its own for each connection', async () => {
  assert.match(await agreed({}), /^TLSv1\.3 /)
  assert.match(await agreed({ maxVersion: 'TLSv1.2' }), /^TLSv1\.2 ECDHE-\w+-(AES\d+-GCM|CHACHA20)/)
  assert.match(await agreed({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }), /^E/)
  for (const cipher of ['AES128-GCM-SHA256', 'AES256-SHA', 'ECDHE-RSA-AES256-SHA384', 'ECDHE-ECDSA-AES128-SHA']) assert.match(await agreed({ maxVersion: 'TLSv1.2', ciphers: `${cipher}:@SECLEVEL=0` }), /^E/, cipher)
})

test('a certificate that cannot be used is named', async () => {
  const other = await serverCertificate('khac.example', new Date('2030-01-01'))
  const place = { certFile: path.join(folder, 'a.pem'), keyFile: path.join(folder, 'a.key') }
  const fails = (problem: string, file: string) => (error: unknown) => error instanceof CertificateError && error.problem === problem && error.file === file
  assert.throws(() => readCertificate(place, new Date()), fails('unreadable', place.certFile))
  await write(place, { cert: 'không phải', key: other.key })
  assert.throws(() => readCertificate(place, new Date()), fails('not-pem', place.certFile))
  await copyFile(files.certFile, place.certFile)
  assert.throws(() => readCertificate(place, new Date()), fails('other-key', place.keyFile))
  await write(place, await serverCertificate('cu.example', new Date('2020-01-01')))
  assert.throws(() => readCertificate(place, new Date()), fails('expired', place.certFile))
})

test('metrics are for this machine alone, and not for whoever comes through a proxy', async () => {
  assert.equal((await ask('/metrics')).status, 200)
  assert.equal((await ask('/metrics', { 'x-forwarded-for': '10.0.0.7' })).status, 404)
})

test('half a certificate and a proxy that is no address are refused at the start', () => {
  const read = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => readArguments(args, environment, folder)
  assert.throws(() => read(['--tls-cert', 'a.pem']), StartProblem)
  assert.throws(() => read([], { THUOCDO_PROXY: 'proxy.example' }), StartProblem)
  assert.throws(() => read([], { THUOCDO_PROXY: '10.0.0.0/33' }), StartProblem)
  assert.deepEqual(read([], { THUOCDO_PROXY: '10.0.0.2, fd00::/8' }).proxies, ['10.0.0.2', 'fd00::/8'])
})
