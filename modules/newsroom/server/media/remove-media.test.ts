import assert from 'node:assert/strict'
import { hash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { previewName } from '#platform/media-store/media-store.ts'
import { airedNewsroom, leadIn } from '#tests/setup/aired-newsroom.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallAvi } from '#tests/setup/small-media.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { checkEvidence } from '../evidence/index.ts'
import { lookAtMedia } from './keep-media.ts'
import type { MediaId } from './media-row.ts'

const server = await wholeServer(import.meta)
const { media } = server.services
const film = smallAvi({ frames: 25, framesPerSecond: 25, width: 32, height: 18 })
const sha256 = hash('sha256', film)
const look = () => lookAtMedia(server.services, (error) => assert.fail(String(error)))
const starts = (mediaId: string): Block => ({ id: randomUUID(), kind: 'film_start', cuttable: false, mediaId })

async function library() {
  const newsroom = await airedNewsroom(server)
  const { as } = newsroom
  const rights = { colour: 'green' as const, owner: 'Đài', until: null, note: '' }
  const sent = async (name: string): Promise<MediaId> => {
    const { id } = await as.reporter.call(mediaRoutes.beginUpload, { body: { storyId: null, name, bytes: film.byteLength, fingerprint: name, secrecy: 'none', rights } })
    await server.app.inject({ method: 'PATCH', url: `/api/newsroom/media/${id}/upload`, headers: { 'x-test-account': as.reporter.actor.accountId, 'x-request-id': randomUUID(), 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, payload: film })
    await look()
    return id
  }
  const remove = (mediaId: MediaId, reason = '', who = as.producer) => who.call(mediaRoutes.removeMedia, { params: { mediaId }, body: { reason } })
  const get = (mediaId: MediaId) => as.producer.call(mediaRoutes.getMedia, { params: { mediaId } })
  return { ...newsroom, sent, remove, get }
}

test('a film is removed once no story needs it and the time of keeping is over; its name and checksum stay in the evidence', async () => {
  const { as, aired, remove, sent, get, tenantId } = await library()
  const id = await sent('Chi bộ thôn.avi')
  await as.reporter.call(mediaRoutes.keepPicture, { params: { mediaId: id }, body: Buffer.from('ffd8ffe000104a464946', 'hex') })
  const storyId = await aired('Chi bộ thôn', [leadIn('Chi bộ họp.'), starts(id)])
  for (const who of [as.reporter, as.editor, as.director, as.gallery, as.stranger]) await assert.rejects(remove(id, 'Hết chỗ', who))
  await assert.rejects(remove(id, 'Hết chỗ'), refused('newsroom.media.shown', { count: 1, titles: ['Chi bộ thôn'] }))
  await as.producer.call(archiveRoutes.archiveStory, { params: { storyId }, body: {} })
  await assert.rejects(remove(id, 'Hết chỗ'), refused('newsroom.archive.kept'))
  server.clock.now = new Date('2027-05-21T02:00:00Z')
  await assert.rejects(remove(id, ' '), refused('newsroom.media.reason-needed'))
  const both = await Promise.allSettled([remove(id, 'Hết chỗ'), remove(id, 'Hết chỗ')])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'], 'two clicks remove it once')
  await assert.rejects(remove(id, 'Hết chỗ'), refused('newsroom.media.gone'))
  const stub = await get(id)
  assert.deepEqual([stub.state, stub.name, stub.bytes, stub.sha256, stub.picture, stub.removed?.by.name, stub.removed?.why], ['removing', 'Chi bộ thôn.avi', film.byteLength, sha256, false, 'Phạm Văn Ân', 'Hết chỗ'])
  assert.deepEqual(stub.can, { send: false, setRights: false, drop: false, remove: false })
  await assert.rejects(as.reporter.call(mediaRoutes.setMediaRights, { params: { mediaId: id }, body: stub.rights }), refused('newsroom.media.gone'))
  assert.equal(await media.place.size(id), film.byteLength, 'as after a stop between the row and the bytes')
  await look()
  await look()
  assert.deepEqual([(await get(id)).state, await media.place.size(id), await media.place.size(previewName(id))], ['removed', undefined, undefined])
  const { bytes } = await as.producer.call(archiveRoutes.evidencePack, { params: { storyId } })
  const { faults, told } = checkEvidence(new Uint8Array(bytes))
  assert.deepEqual(faults, [])
  const kept = { until: '2027-05-20', rule: 'Luật 126/2025/QH15: chưa xác minh thời hạn; tạm giữ 6 tháng kể từ lần phát sau cùng', confidence: 'unverified' }
  assert.deepEqual(told?.media, [{ id, name: 'Chi bộ thôn.avi', bytes: film.byteLength, sha256, removed: { by: 'Phạm Văn Ân', at: '2027-05-21T02:00:00.000Z', why: 'Hết chỗ', kept } }])
  const actions = (await ledgerOf(server, tenantId)).map(({ action }) => action).filter((action) => action.startsWith('newsroom.media'))
  assert.deepEqual(actions, ['newsroom.media.begun', 'newsroom.media.accepted', 'newsroom.media.pictured', 'newsroom.media.let-go', 'newsroom.media.taken-away'])
})

test('a film in frozen words, or that aired with words under correction, is not removed', async () => {
  const { as, aired, approve, remove, save, sent, write } = await library()
  const id = await sent('Mùa gặt.avi')
  const storyId = await write('Mùa gặt', [leadIn('Lúa chín.'), starts(id)])
  await approve(storyId)
  await as.producer.call(rundownRoutes.openRundowns, { body: { from: '2026-11-20', to: '2026-11-20' } })
  const rundownId = (await as.producer.call(rundownRoutes.listRundowns, { query: { from: '2026-11-20', to: '2026-11-20' } })).items[0]?.id ?? assert.fail()
  const params = { rundownId }
  const { id: itemId } = await as.producer.call(rundownRoutes.addItem, { params, body: { item: { kind: 'story', storyId }, plannedMs: null, after: null } })
  await as.producer.call(rundownRoutes.actOnRundown, { params, body: { act: 'lock' } })
  await as.gallery.call(rundownRoutes.air, { params, body: { act: 'next', itemId } })
  await save(storyId, [leadIn('Lúa chín rộ.')], as.editor)
  await assert.rejects(remove(id, 'Hết chỗ'), refused('newsroom.media.frozen', { items: ['Mùa gặt'] }))
  const other = await sent('Đại hội.avi')
  const wrong = await aired('Đại hội', [leadIn('Đại hội bế mạc.'), starts(other)])
  await as.producer.call(archiveRoutes.archiveStory, { params: { storyId: wrong }, body: {} })
  const { airings } = await as.editor.call(archiveRoutes.getAfterAir, { params: { storyId: wrong } })
  await as.editor.call(correctionRoutes.openCorrection, { params: { storyId: wrong }, body: { airingId: airings[0]?.id ?? assert.fail(), documentNumber: '12/KL', documentIssuer: 'Sở', documentDate: '2026-11-20', receivedOn: '2026-11-20' } })
  server.clock.now = new Date('2027-05-21T02:00:00Z')
  await assert.rejects(remove(other, 'Hết chỗ'), refused('newsroom.media.in-correction'))
})

test('what is proposed needs no reason, leaves room at once, and is listed apart', async () => {
  const { as, remove, sent } = await library()
  const [spare, fresh] = [await sent('Toàn cảnh.avi'), await sent('Toàn cảnh mới.avi')]
  const found = async (query: object) => (await as.producer.call(mediaRoutes.searchMedia, { query })).items.map(({ id, proposed }) => [id, proposed])
  assert.deepEqual(await found({}), [[fresh, false], [spare, false]])
  await assert.rejects(remove(spare), refused('newsroom.media.reason-needed'))
  server.clock.now = new Date('2027-06-21T02:00:00Z')
  assert.deepEqual(await found({ use: 'removable' }), [[fresh, true], [spare, true]])
  await remove(spare)
  assert.deepEqual([await found({}), await found({ use: 'removed' })], [[[fresh, true]], [[spare, false]]])
  const { used, removable } = await as.producer.call(mediaRoutes.getMediaRoom, {})
  assert.deepEqual([used, removable], [film.byteLength, { count: 1, bytes: film.byteLength }])
  const { id: begun } = await as.reporter.call(mediaRoutes.beginUpload, { body: { storyId: null, name: 'Dở.avi', bytes: 10, fingerprint: 'do', secrecy: 'none', rights: { colour: 'green', owner: '', until: null, note: '' } } })
  await assert.rejects(remove(begun, 'Hết chỗ'), refused('newsroom.media.not-whole'))
})
