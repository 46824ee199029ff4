import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { printOf } from './print-of.ts'
import { openUploads } from './uploads.ts'

const folder = await mkdtemp(join(tmpdir(), 'uploads-'))
const uploads = openUploads(folder)
const film = randomBytes(3_500_001)
const finished: string[] = []
const failures: unknown[] = []
const server = http.createServer((request, response) => {
  const id = String(request.url).slice(1)
  uploads.answer(id, { bytes: film.byteLength, finished: () => Promise.resolve(void finished.push(id)) }, request, response).catch((error: unknown) => failures.push(error))
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address() as AddressInfo
after(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const tus = { 'tus-resumable': '1.0.0' }
const partFrom = (offset: number | string) => ({ ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' })

function asked(method: string, id: string, headers: http.OutgoingHttpHeaders): http.ClientRequest {
  return http.request({ port, host: '127.0.0.1', method, path: `/${id}`, headers, agent: false })
}

async function answerOf(request: http.ClientRequest): Promise<{ status: number | undefined; headers: http.IncomingHttpHeaders; text: string }> {
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  let text = ''
  for await (const piece of response) text += String(piece)
  return { status: response.statusCode, headers: response.headers, text }
}

const send = (id: string, headers: http.OutgoingHttpHeaders, bytes: Uint8Array) => answerOf(asked('PATCH', id, { 'content-length': bytes.byteLength, ...headers }).end(bytes))
const offsetOf = async (id: string) => {
  const { status, headers } = await answerOf(asked('HEAD', id, tus).end())
  assert.deepEqual([status, headers['upload-length'], headers['cache-control']], [200, String(film.byteLength), 'no-store'])
  return Number(headers['upload-offset'])
}

test('a file comes by parts of any size, byte for byte, and is finished with its last one', async () => {
  await uploads.begin('whole')
  for (const [from, to] of [[0, 1_500_000], [1_500_000, 1_500_000], [1_500_000, film.byteLength]] as const) {
    const { status, headers } = await send('whole', partFrom(from), film.subarray(from, to))
    assert.deepEqual([status, headers['upload-offset'], headers['tus-resumable']], [204, String(to), '1.0.0'])
    await uploads.begin('whole')
  }
  assert.ok(film.equals(await readFile(uploads.fileOf('whole'))))
  assert.deepEqual(finished, ['whole'])
  assert.equal((await printOf(uploads.fileOf('whole'))).toString('hex'), createHash('sha256').update(film).digest('hex'))
  await uploads.drop('whole')
  assert.equal(await uploads.received('whole'), undefined)
})

test('what came before a line was lost stays; one that hangs gives way to whoever asks how far it is', async () => {
  await uploads.begin('torn')
  const hangs = async (offset: number): Promise<http.ClientRequest> => {
    const begun = once(server, 'request')
    const request = asked('PATCH', 'torn', { ...partFrom(offset), 'content-length': film.byteLength - offset }).on('error', () => undefined)
    request.write(film.subarray(offset, offset + 1_200_000))
    await begun
    await sleep(30)
    return request
  }
  const torn = await hangs(0)
  torn.destroy()
  const come = await offsetOf('torn')
  assert.ok(come > 0 && come <= 1_200_000)
  const hanging = await hangs(come)
  const closed = new Promise((resolve) => hanging.on('close', resolve))
  const further = await offsetOf('torn')
  assert.ok(further > come && further <= come + 1_200_000)
  await closed
  assert.equal((await send('torn', partFrom(further), film.subarray(further))).status, 204)
  assert.ok(film.equals(await readFile(uploads.fileOf('torn'))))
  assert.equal(finished.filter((id) => id === 'torn').length, 1)
})

test('what is not said as the protocol says it writes nothing', async () => {
  await uploads.begin('asked')
  const bytes = film.subarray(0, 10)
  const refused: [number, http.OutgoingHttpHeaders][] = [
    [412, { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }],
    [400, { ...partFrom(0), 'tus-resumable': '0.2.2' }],
    [400, { ...partFrom(0), 'content-type': 'application/octet-stream' }],
    [400, partFrom('-1')],
    [400, partFrom('')],
    [409, partFrom(5)],
    [413, { ...partFrom(0), 'content-length': film.byteLength + 1 }],
  ]
  for (const [status, headers] of refused) {
    const request = asked('PATCH', 'asked', { 'content-length': bytes.byteLength, ...headers }).on('error', () => undefined)
    request.write(bytes)
    assert.equal((await answerOf(request)).status, status, JSON.stringify(headers))
    request.destroy()
  }
  assert.equal(await offsetOf('asked'), 0)
  const endless = asked('PATCH', 'asked', partFrom(0))
  endless.end(Buffer.concat([film, bytes]))
  assert.equal((await answerOf(endless)).status, 413, 'also where no length was said')
  assert.ok((await offsetOf('asked')) <= film.byteLength)
  assert.equal((await answerOf(asked('HEAD', 'unknown', tus).end())).status, 404)
})

test('a full disk is said to be so', { skip: !existsSync('/dev/full') && 'only Linux has a disk that is always full' }, async () => {
  await symlink('/dev/full', uploads.fileOf('full'))
  const { status, text } = await send('full', partFrom(0), film.subarray(0, 2_000_000))
  assert.deepEqual([status, JSON.parse(text)], [503, { error: { code: 'platform.no-space', data: {} } }])
  assert.equal((failures.at(-1) as NodeJS.ErrnoException).code, 'ENOSPC')
})
