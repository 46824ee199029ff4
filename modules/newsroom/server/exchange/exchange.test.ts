import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { airedNewsroom, leadIn } from '#tests/setup/aired-newsroom.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'

const server = await wholeServer(import.meta)

async function newsroom() {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const as = {
    reporter: await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }]),
    editor: await server.signedIn(tenantId, people.officeHead, [{ role: 'editor', unitId: units.VP }]),
    director: await server.signedIn(tenantId, people.chair, [{ role: 'director', unitId: units.XA }]),
    stranger: await server.signedIn(tenantId, people.divisionHead),
  }
  const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title: 'Chi bộ thôn & bản', column: 'Xây dựng Đảng', category: null } })
  const params = { storyId: id }
  const get = () => as.reporter.call(storyRoutes.getStory, { params })
  const save = async (outMs: number | null) => {
    const { content, revision } = await get()
    const blocks = [
      { kind: 'voice_over' as const, id: randomUUID(), cuttable: false, text: 'Năm 2018 chi bộ kết nạp 5 đảng viên.' },
      { kind: 'soundbite' as const, id: randomUUID(), cuttable: false, personId: null, inMs: 0, outMs, inWords: '', outWords: '', verbatim: 'Chúng tôi giao việc cụ thể.' },
    ]
    await as.reporter.call(storyRoutes.saveStory, { params, body: { revision, content: { ...content, blocks } } })
  }
  const approve = async () => {
    for (const [who, act] of [[as.reporter, 'submit'], [as.editor, 'approve'], [as.director, 'approve']] as const) {
      await who.call(storyRoutes.actOnStory, { params, body: { revision: (await get()).revision, act, note: '', blockId: null } })
    }
  }
  return { tenantId, as, params, get, save, approve }
}

const text = ({ bytes: came }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(came)
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

test('a story leaves withheld until it is approved to air, usable after; captions only then; each time the ledger knows which words', async () => {
  const { tenantId, as, params, get, save, approve } = await newsroom()
  await save(4000)
  const before = JSON.parse(text(await as.editor.call(exchangeRoutes.exportNinjs, { params }))) as Record<string, unknown>
  assert.deepEqual([before['pubStatus'], before['uri'], before['version']], ['withheld', `urn:uuid:${params.storyId}`, '1'])
  await assert.rejects(as.reporter.call(exchangeRoutes.exportCaptions, { params }), refused('newsroom.captions.not-approved'))
  await approve()
  const after = JSON.parse(text(await as.reporter.call(exchangeRoutes.exportNinjs, { params }))) as Record<string, unknown>
  assert.equal(after['pubStatus'], 'usable')
  assert.match(text(await as.reporter.call(exchangeRoutes.exportNewsml, { params })), /stat:usable.*Chi bộ thôn &amp; bản/s)
  assert.match(text(await as.reporter.call(exchangeRoutes.exportCaptions, { params })), /^WEBVTT\n\nNOTE Chi bộ thôn & bản\. Bản 1 đã duyệt phát[^\n]*\n\n1\.1\n00:00:00\.000 --> /)
  const { hash } = await get()
  const left = (await ledgerOf(server, tenantId)).filter(({ action }) => action === 'newsroom.story.exported')
  assert.deepEqual(left.map(({ data }) => (data as Record<string, unknown>)['format']), ['ninjs', 'ninjs', 'newsml', 'captions'])
  assert.ok(left.every(({ data }) => (data as Record<string, unknown>)['hash'] === hash))
})

test('captions follow whoever reads: the story’s reader, then the one of its rundown without what is cut there, then who is known to have read it', async () => {
  const { as, people, units, approve, write, air, get } = await airedNewsroom(server)
  for (const [personId, rate] of [[people.clerk, 120], [people.officeHead, 240], [people.typist, 480]] as const) {
    await as.producer.call(readerRoutes.addReader, { body: { unitId: units.VP, personId, firstDay: '2026-01-01' } })
    await as.producer.call(readerRoutes.setReaderRate, { params: { personId, readKind: 'lead_in' }, body: { rate } })
  }
  const storyId = await write('Mùa màng', [leadIn('Lúa chín vàng khắp các cánh đồng'), { ...leadIn('Nông dân vui mùa gặt'), cuttable: true }])
  await approve(storyId)
  const ends = async () => [...text(await as.reporter.call(exchangeRoutes.exportCaptions, { params: { storyId } })).matchAll(/--> 00:00:(\S+)/g)].at(-1)?.[1]
  assert.equal(await ends(), '03.090', 'twelve syllables at 233 a minute')
  await as.producer.call(deskRoutes.saveStoryDesk, { params: { storyId }, body: { slug: '', programmeId: null, slotDate: null, slotId: null, readerId: people.clerk } })
  assert.equal(await ends(), '06.000')
  const { id: rundownId } = await as.producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự', date: '2026-11-20', startMs: 71_100_000, outMs: null } })
  const { id: itemId } = await as.producer.call(rundownRoutes.addItem, { params: { rundownId }, body: { item: { kind: 'story', storyId }, plannedMs: null, after: null } })
  const cut = (await get(storyId)).content.blocks[1]?.id ?? assert.fail()
  await as.producer.call(rundownRoutes.changeItem, { params: { rundownId, itemId }, body: { revision: 1, readerId: people.officeHead, cutBlocks: [cut] } })
  assert.equal(await ends(), '01.750', 'seven syllables at 240')
  await as.producer.call(rundownRoutes.removeItem, { params: { rundownId, itemId }, query: { revision: 2 } })
  await air(storyId)
  const airing = (await as.producer.call(rundownRoutes.listAirings, { query: { storyId } })).items[0] ?? assert.fail()
  await as.gallery.call(rundownRoutes.correctAiring, { params: { airingId: airing.id }, body: { startedAt: airing.startedAt, endedAt: airing.endedAt, readerId: people.typist, reason: 'Người khác đọc thay' } })
  assert.equal(await ends(), '01.500', 'twelve syllables at 480')
})

test('captions wait for the marks of every soundbite, and nobody outside the newsroom takes anything', async () => {
  const { as, params, save, approve } = await newsroom()
  await save(null)
  await approve()
  await assert.rejects(as.reporter.call(exchangeRoutes.exportCaptions, { params }), refused('newsroom.captions.unmarked', { blocks: [2] }))
  for (const route of [exchangeRoutes.exportNinjs, exchangeRoutes.exportNewsml, exchangeRoutes.exportCaptions]) await assert.rejects(as.stranger.call(route, { params }), refused('platform.not-found'))
})

test('a news item comes in as a draft of who brings it; what is not understood is named, what is classified stays out', async () => {
  const { as } = await newsroom()
  const item = { uri: 'tag:ttx.vn,2018:1', headlines: [{ value: 'Lũ lên nhanh' }], bodies: [{ value: 'Nước dâng cao.\nDân đã dời đi.' }] }
  const { id } = await as.reporter.call(exchangeRoutes.importNinjs, { query: { secrecy: 'none' }, body: bytes(item) })
  const story = await as.reporter.call(storyRoutes.getStory, { params: { storyId: id } })
  assert.deepEqual([story.state, story.title, story.content.blocks.map((block) => 'text' in block && block.text)], ['draft', 'Lũ lên nhanh', ['Nước dâng cao.', 'Dân đã dời đi.']])
  const bring = (body: Uint8Array, secrecy: 'none' | 'secret' = 'none') => as.reporter.call(exchangeRoutes.importNinjs, { query: { secrecy }, body })
  await assert.rejects(bring(bytes({ ...item, bodies: [{ value: 7 }] })), refused('newsroom.ninjs.not-understood', { path: 'bodies[0].value', expected: 'chữ, không để trống' }))
  await assert.rejects(bring(new Uint8Array([0xff])), refused('newsroom.ninjs.not-understood'))
  await assert.rejects(bring(bytes(item), 'secret'), refused('platform.classified'))
  await assert.rejects(as.stranger.call(exchangeRoutes.importNinjs, { query: { secrecy: 'none' }, body: bytes(item) }), refused('platform.not-found'))
})
