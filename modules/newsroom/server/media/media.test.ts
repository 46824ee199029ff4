import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { addDays, vietnameseDay } from '#kernel/calendar-date.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { smallAvi } from '#tests/setup/small-media.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { lookAtMedia } from './keep-media.ts'
import type { MediaId } from './media-row.ts'

const server = await wholeServer(import.meta)
await server.app.listen({ port: 0, host: '127.0.0.1' })
const origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`

const film = smallAvi({ frames: 50, framesPerSecond: 25, width: 320, height: 180 })
const green = { colour: 'green' as const, owner: 'Đài', until: null, note: '' }
const whole = (bytes: Uint8Array, storyId: string | null = null) => ({ storyId: storyId as never, name: 'Hồ chứa.avi', bytes: bytes.byteLength, fingerprint: 'ho-chua-1', secrecy: 'none' as const, rights: green })
const look = () => lookAtMedia(server.services, (error) => assert.fail(String(error)))

async function newsroom() {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const as = {
    ...commune.as,
    reporter: await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }]),
    colleague: await server.signedIn(tenantId, people.typist, [{ role: 'reporter', unitId: units.VP }]),
    editor: await server.signedIn(tenantId, people.officeHead, [{ role: 'editor', unitId: units.VP }]),
  }
  return { ...commune, as }
}

/** One request of the tus protocol, over a real connection. */
async function tus(who: Caller, id: MediaId, method: 'HEAD' | 'PATCH', offset?: number, bytes?: Uint8Array, more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${origin}/api/newsroom/media/${id}/upload`, {
    method,
    headers: { 'x-test-account': who.actor.accountId, 'x-request-id': randomUUID(), 'tus-resumable': '1.0.0', ...(offset === undefined ? {} : { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }), ...more },
    ...(bytes === undefined ? {} : { body: bytes as BodyInit }),
  })
}

const play = (who: Caller, id: MediaId, range?: string): Promise<Response> => fetch(`${origin}/api/newsroom/media/${id}/bytes`, { headers: { 'x-test-account': who.actor.accountId, ...(range === undefined ? {} : { range }) } })

async function sent(who: Caller, bytes: Uint8Array, storyId: string | null = null): Promise<MediaId> {
  const { id } = await who.call(mediaRoutes.beginUpload, { body: whole(bytes, storyId) })
  assert.equal((await tus(who, id, 'PATCH', 0, bytes)).status, 204)
  await look()
  return id
}

test('a film comes in parts, goes on where it was cut off, and is ready with its print and its facts', async () => {
  const { as, tenantId } = await newsroom()
  const { id } = await as.reporter.call(mediaRoutes.beginUpload, { body: whole(film) })
  const get = () => as.reporter.call(mediaRoutes.getMedia, { params: { mediaId: id } })
  assert.equal((await tus(as.reporter, id, 'HEAD')).headers.get('upload-offset'), '0')
  const half = film.byteLength >> 1
  const part = await tus(as.reporter, id, 'PATCH', 0, film.subarray(0, half))
  assert.equal(part.headers.get('upload-offset'), String(half))
  assert.equal(part.headers.get('x-content-type-options'), 'nosniff')
  assert.deepEqual([(await get()).state, (await get()).received], ['uploading', half])
  assert.equal((await tus(as.reporter, id, 'PATCH', 0, film.subarray(0, 10))).status, 409, 'not over what has come')
  const head = await tus(as.reporter, id, 'HEAD')
  assert.deepEqual([head.headers.get('upload-offset'), head.headers.get('upload-length')], [String(half), String(film.byteLength)])
  assert.equal((await tus(as.reporter, id, 'PATCH', half, Buffer.concat([film.subarray(half), Buffer.alloc(9)]))).status, 413, 'not more than announced')
  const now = Number((await tus(as.reporter, id, 'HEAD')).headers.get('upload-offset'))
  if (now < film.byteLength) assert.equal((await tus(as.reporter, id, 'PATCH', now, film.subarray(now))).status, 204)
  await look()
  const ready = await get()
  assert.deepEqual([ready.state, ready.fault], ['ready', null])
  assert.equal(ready.sha256, createHash('sha256').update(film).digest('hex'))
  assert.deepEqual(ready.facts?.picture?.rate, { frames: 25, seconds: 1 })
  assert.deepEqual([ready.facts?.container, ready.facts?.durationMs, ready.facts?.picture?.width, ready.facts?.picture?.height], ['AVI', 2_000, 320, 180])
  const actions = (await ledgerOf(server, tenantId)).map((entry) => entry.action).filter((action) => action.startsWith('newsroom.media'))
  assert.deepEqual(actions, ['newsroom.media.begun', 'newsroom.media.accepted'])
})

test('bytes never change under an id: nothing is taken after the last byte, and what is ready is not given up', async () => {
  const { as } = await newsroom()
  const id = await sent(as.reporter, film)
  const again = await tus(as.reporter, id, 'PATCH', 0, Buffer.alloc(film.byteLength))
  assert.deepEqual([again.status, ((await again.json()) as { error: { code: string } }).error.code], [409, 'newsroom.media.not-uploading'])
  await assert.rejects(as.reporter.call(mediaRoutes.dropMedia, { params: { mediaId: id } }), refused('newsroom.media.kept'))
  await look()
  assert.deepEqual(Buffer.from(await (await play(as.colleague, id)).arrayBuffer()), Buffer.from(film))
})

test('a film is played by stretches', async () => {
  const { as } = await newsroom()
  const id = await sent(as.reporter, film)
  const part = await play(as.editor, id, 'bytes=10-19')
  assert.deepEqual([part.status, part.headers.get('content-range'), part.headers.get('cache-control')], [206, `bytes 10-19/${film.byteLength}`, 'no-store'])
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), Buffer.from(film.subarray(10, 20)))
  const last = await play(as.editor, id, 'bytes=-5')
  assert.deepEqual(Buffer.from(await last.arrayBuffer()), Buffer.from(film.subarray(-5)))
  assert.equal((await play(as.editor, id, `bytes=${film.byteLength}-`)).status, 416)
})

test('strangers find no film, and nobody goes on with what somebody else began', async () => {
  const { as } = await newsroom()
  const { id } = await as.reporter.call(mediaRoutes.beginUpload, { body: whole(film) })
  const other = (await newsroom()).as.reporter
  for (const who of [as.colleague, as.editor, as.engineer, as.officer, as.clerk, other]) {
    for (const asked of [await tus(who, id, 'HEAD'), await tus(who, id, 'PATCH', 0, film)]) assert.equal(asked.status, 404, 'in the words of what is not there')
  }
  assert.equal((await tus(as.reporter, randomUUID() as MediaId, 'PATCH', 0, film)).status, 404)
  assert.equal((await tus(as.reporter, id, 'HEAD')).headers.get('upload-offset'), '0', 'nothing came')
  const ready = await sent(as.reporter, film)
  for (const who of [as.engineer, as.officer, other]) {
    assert.equal((await play(who, ready)).status, 404)
    await assert.rejects(who.call(mediaRoutes.getMedia, { params: { mediaId: ready } }), refused('platform.not-found'))
    await assert.rejects(who.call(mediaRoutes.setMediaRights, { params: { mediaId: ready }, body: green }), refused('platform.not-found'))
  }
  assert.equal((await fetch(`${origin}/api/newsroom/media/${id}/upload`, { method: 'PATCH', body: 'x', headers: { 'content-type': 'application/offset+octet-stream' } })).status, 401)
})

test('what is no film is refused in words and leaves nothing on the disk; classified names are refused before any byte', async () => {
  const { as } = await newsroom()
  for (const bytes of [Buffer.from('không phải phim nào'), Buffer.concat([film.subarray(0, 40), Buffer.alloc(2_000, 0xff)]), Buffer.alloc(70_000, 0x47)]) {
    const id = await sent(as.reporter, bytes)
    const { state, fault, can } = await as.reporter.call(mediaRoutes.getMedia, { params: { mediaId: id } })
    assert.deepEqual([state, ['not-media', 'unreadable'].includes(String(fault)), can.drop], ['refused', true, true], String(fault))
    assert.equal(await server.services.media.uploads.received(id), undefined)
    await as.reporter.call(mediaRoutes.dropMedia, { params: { mediaId: id } })
  }
  await assert.rejects(as.reporter.call(mediaRoutes.beginUpload, { body: { ...whole(film), name: 'Diễn tập (Mật).mp4' } }), refused('platform.classified', { level: 'confidential', by: 'name' }))
  await assert.rejects(as.reporter.call(mediaRoutes.beginUpload, { body: { ...whole(film), secrecy: 'secret' } }), refused('platform.classified'))
})

test('an upload nobody goes on with is swept after a week, its bytes too', async () => {
  const { as } = await newsroom()
  const { id } = await as.reporter.call(mediaRoutes.beginUpload, { body: whole(film) })
  await tus(as.reporter, id, 'PATCH', 0, film.subarray(0, 100))
  const begun = server.clock.now
  // By the clock of the disk, on which the last bytes came.
  server.clock.now = new Date(Math.max(Date.now(), begun.getTime()) + 6 * 86_400_000)
  await look()
  assert.equal(await server.services.media.uploads.received(id), 100)
  server.clock.now = new Date(Math.max(Date.now(), begun.getTime()) + 8 * 86_400_000)
  await look()
  server.clock.now = begun
  assert.equal(await server.services.media.uploads.received(id), undefined)
  await assert.rejects(as.reporter.call(mediaRoutes.getMedia, { params: { mediaId: id } }), refused('platform.not-found'))
})

test('a story is approved only with films that have come whole', async () => {
  const { as } = await newsroom()
  const { id: storyId } = await as.reporter.call(storyRoutes.createStory, { body: { title: 'Hồ chứa', column: null, category: null } })
  const params = { storyId }
  const { id } = await as.reporter.call(mediaRoutes.beginUpload, { body: whole(film, storyId) })
  const { content, revision } = await as.reporter.call(storyRoutes.getStory, { params })
  await as.reporter.call(storyRoutes.saveStory, { params, body: { revision, content: { ...content, blocks: [{ id: randomUUID(), kind: 'film_start', cuttable: false, mediaId: id }] } } })
  const act = async (who: Caller, name: 'submit' | 'approve') => who.call(storyRoutes.actOnStory, { params, body: { revision: (await who.call(storyRoutes.getStory, { params })).revision, act: name, note: '', blockId: null } })
  await act(as.reporter, 'submit')
  await assert.rejects(act(as.editor, 'approve'), refused('newsroom.media.not-ready'))
  await tus(as.reporter, id, 'PATCH', 0, film)
  await assert.rejects(act(as.editor, 'approve'), refused('newsroom.media.not-ready'), 'not before it was looked at')
  await look()
  assert.equal((await act(as.editor, 'approve')).state, 'leadership')
  assert.equal((await as.editor.call(prompterRoutes.getStoryPrompter, { params })).items[0]?.filmMs, 2_000, 'the story takes the length of the film it names')
  const { items } = await as.editor.call(mediaRoutes.listMedia, { query: { storyId } })
  assert.deepEqual(items.map((item) => item.id), [id])
})

test('rights are set by those who write, and a picture is kept beside a film', async () => {
  const { as } = await newsroom()
  const id = await sent(as.reporter, film)
  const params = { mediaId: id }
  await as.colleague.call(mediaRoutes.setMediaRights, { params, body: { colour: 'red', owner: 'Đài bạn', until: '2026-12-01', note: 'Chưa xin phép' } })
  const { rights, picture } = await as.editor.call(mediaRoutes.getMedia, { params })
  assert.deepEqual(rights, { colour: 'red', owner: 'Đài bạn', until: '2026-12-01', note: 'Chưa xin phép' })
  assert.equal(picture, false)
  await assert.rejects(as.reporter.call(mediaRoutes.keepPicture, { params, body: Buffer.from('<svg/>') }), refused('newsroom.media.not-a-picture'))
  const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
  await as.reporter.call(mediaRoutes.keepPicture, { params, body: jpeg })
  assert.deepEqual(Buffer.from((await as.editor.call(mediaRoutes.getPicture, { params })).bytes), jpeg)
  assert.equal((await as.editor.call(mediaRoutes.getMedia, { params })).picture, true)
})

test('the library finds films by name, story, owner, right and use, and says what they take up and what no story needs any more', async () => {
  const { as } = await newsroom()
  const day = vietnameseDay(server.clock.now)
  const { id: storyId } = await as.reporter.call(storyRoutes.createStory, { body: { title: 'Mùa gặt Suối Đá', column: null, category: null } })
  const [shown, spare] = [await sent(as.reporter, film, storyId), await sent(as.reporter, film)]
  await as.reporter.call(mediaRoutes.setMediaRights, { params: { mediaId: spare }, body: { colour: 'amber', owner: 'Đài huyện Trà Bồng', until: addDays(day, 5), note: '' } })
  const { content, revision } = await as.reporter.call(storyRoutes.getStory, { params: { storyId } })
  await as.reporter.call(storyRoutes.saveStory, { params: { storyId }, body: { revision, content: { ...content, blocks: [{ id: randomUUID(), kind: 'film_start', cuttable: false, mediaId: shown }] } } })
  const found = async (query: object, who: Caller = as.editor) => (await who.call(mediaRoutes.searchMedia, { query })).items.map(({ id }) => id)
  const all = await as.editor.call(mediaRoutes.searchMedia, { query: {} })
  assert.deepEqual(all.items.map(({ id, stories }) => [id, stories]), [[spare, []], [shown, [{ id: storyId, title: 'Mùa gặt Suối Đá', shows: true }]]])
  assert.deepEqual([await found({ name: 'ho CHUA' }), await found({ name: '%' })], [[spare, shown], []])
  assert.deepEqual([await found({ story: 'suoi da' }), await found({ owner: 'trà bồng' }), await found({ colour: 'amber' })], [[shown], [spare], [spare]])
  assert.deepEqual([await found({ ends: 'soon' }), await found({ ends: 'over' }), await found({ use: 'unused' }), await found({ use: 'removable' })], [[spare], [], [spare], []])
  assert.deepEqual([await found({ from: day }), await found({ to: addDays(day, -1) })], [[spare, shown], []])
  const first = await as.editor.call(mediaRoutes.searchMedia, { query: { limit: 1 } })
  assert.deepEqual(await found({ limit: 1, after: first.next }), [shown])
  const room = () => as.editor.call(mediaRoutes.getMediaRoom, {})
  assert.deepEqual(await room(), { quota: null, used: 2 * film.byteLength, left: null, removable: { count: 0, bytes: 0 } })
  const begun = server.clock.now
  server.clock.now = new Date(begun.getTime() + 200 * 86_400_000)
  assert.deepEqual([(await room()).removable, await found({ use: 'removable' }), await found({ ends: 'over' })], [{ count: 1, bytes: film.byteLength }, [spare], [spare]])
  server.clock.now = begun
  assert.deepEqual(await found({}, (await newsroom()).as.reporter), [])
  for (const who of [as.engineer, as.officer]) for (const route of [mediaRoutes.searchMedia, mediaRoutes.getMediaRoom]) await assert.rejects(who.call(route, { query: {} }), refused('platform.not-found'))
})
