import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { mediaSettings } from '#platform/media-store/media-settings.ts'
import { openMediaStore } from '#platform/media-store/media-store.ts'
import { createApp } from '#platform/http/app.ts'
import { smallAvi } from '#tests/setup/small-media.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { newsroomRefusals } from '../../domain/refusals.ts'
import { registerNewsroom } from '../index.ts'
import { lookAtMedia } from './keep-media.ts'

const server = await wholeServer(import.meta)
const folder = await mkdtemp(join(tmpdir(), 'media-settings-'))
after(() => rm(folder, { recursive: true, force: true }))
const film = smallAvi({ frames: 25, framesPerSecond: 25, width: 32, height: 18 })

/** The newsroom as it runs with other settings of its media; started anew over the same folder it is the same program after a restart. */
async function program(environment: NodeJS.ProcessEnv) {
  const services = { ...server.services, media: openMediaStore(mediaSettings({ THUOCDO_FFMPEG: 'off', THUOCDO_MEDIA: join(folder, 'media'), ...environment }, folder)) }
  const app = await createApp({ log: false, refusals: [newsroomRefusals] })
  registerNewsroom(app, services)
  after(() => app.close())
  const { tenantId, people, units } = await smallCommune(server)
  const reporter = await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }])
  const ask = (method: 'POST' | 'GET', url: string, body?: object) =>
    app.inject({ method, url, headers: { 'x-test-account': reporter.actor.accountId, 'x-request-id': randomUUID() }, ...(body === undefined ? {} : { payload: body }) })
  const begin = (bytes: number) => ask('POST', '/api/newsroom/media', { storyId: null, name: 'Phim.avi', bytes, fingerprint: 'phim', secrecy: 'none', rights: { colour: 'green', owner: '', until: null, note: '' } })
  const put = (id: string, offset: number, bytes: Buffer, account = reporter.actor.accountId) =>
    app.inject({ method: 'PATCH', url: `/api/newsroom/media/${id}/upload`, headers: { 'x-test-account': account, 'x-request-id': randomUUID(), 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, payload: bytes })
  return { app, services, begin, put, ask, account: reporter.actor.accountId, look: () => lookAtMedia(services, () => undefined) }
}

const idOf = (answer: { json: () => unknown }): string => (answer.json() as { id: string }).id

test('what goes beyond the quota or the disk is refused before a byte comes', async () => {
  const { begin, ask } = await program({ THUOCDO_MEDIA_GB: '1' })
  assert.equal((await begin(2 ** 30 - 1_000)).statusCode, 200)
  const refused = await begin(2_000)
  assert.deepEqual([refused.statusCode, (refused.json() as { error: { code: string; data: { left: number } } }).error], [409, { code: 'newsroom.media.quota', data: { quota: 2 ** 30, left: 1_000 } }])
  assert.equal((await begin(1_000)).statusCode, 200)
  assert.equal((await (await program({})).begin(2 ** 37)).json<{ error?: { code: string } }>().error?.code, 'newsroom.media.no-room', 'nor what no disk holds')
  assert.equal((await ask('GET', '/api/newsroom/media')).json<{ items: unknown[] }>().items.length, 2)
})

test('an infected film is refused in words and never usable; while the scanner is away films wait', async () => {
  const script = join(folder, 'scan.mjs')
  await writeFile(script, `import { existsSync, readFileSync } from 'node:fs'\nif (!existsSync(${JSON.stringify(join(folder, 'scanner-is-here'))})) process.exit(2)\nprocess.exit(readFileSync(process.argv.at(-1)).includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 1 : 0)\n`)
  const { begin, put, ask, look } = await program({ THUOCDO_MEDIA_SCAN: `"${process.execPath}" "${script}"` })
  const infected = Buffer.concat([film, Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))])
  const [bad, good] = [idOf(await begin(infected.byteLength)), idOf(await begin(film.byteLength))]
  assert.deepEqual([(await put(bad, 0, infected)).statusCode, (await put(good, 0, film)).statusCode], [204, 204])
  const states = async () => Promise.all([bad, good].map(async (id) => { const { state, fault } = (await ask('GET', `/api/newsroom/media/${id}`)).json<{ state: string; fault: string | null }>(); return [state, fault] }))
  await look()
  assert.deepEqual(await states(), [['checking', null], ['checking', null]], 'nothing is clean because nobody looked')
  assert.equal((await ask('GET', `/api/newsroom/media/${good}/bytes`)).statusCode, 404)
  await writeFile(join(folder, 'scanner-is-here'), '')
  await look()
  assert.deepEqual(await states(), [['refused', 'infected'], ['ready', null]])
  assert.equal((await ask('GET', `/api/newsroom/media/${bad}/bytes`)).statusCode, 404)
})

test('after a restart an upload goes on where it was, and one that was whole is looked at', async () => {
  const before = await program({})
  const [half, whole] = [idOf(await before.begin(film.byteLength)), idOf(await before.begin(film.byteLength))]
  await before.put(half, 0, film.subarray(0, 700))
  await before.put(whole, 0, film)
  await before.app.close()
  const after = await program({})
  const offset = await after.app.inject({ method: 'HEAD', url: `/api/newsroom/media/${half}/upload`, headers: { 'x-test-account': before.account, 'tus-resumable': '1.0.0' } })
  assert.equal(offset.headers['upload-offset'], '700')
  assert.equal((await after.put(half, 700, film.subarray(700), before.account)).statusCode, 204)
  await after.look()
  for (const id of [half, whole]) {
    const { state, sha256 } = (await after.app.inject({ method: 'GET', url: `/api/newsroom/media/${id}`, headers: { 'x-test-account': before.account } })).json<{ state: string; sha256: string }>()
    assert.equal(state, 'ready')
    assert.equal(sha256.length, 64)
  }
})
