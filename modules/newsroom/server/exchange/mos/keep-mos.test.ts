import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { rundownRoutes } from '../../../contract/rundown-routes.ts'
import { storyRoutes } from '../../../contract/story-routes.ts'
import { createMosMirror } from './keep-mos.ts'
import { messagesOfWire, toWire } from './utf16.ts'

const server = await wholeServer(import.meta)

/** A device that takes everything but what `refuses` names, and remembers what it heard. */
async function device(refuses: (message: string) => boolean) {
  const heard: string[] = []
  const lines = new Set<Socket>()
  const listener = createServer((line) => {
    lines.add(line)
    const collect = messagesOfWire()
    line.on('error', () => undefined)
    line.on('data', (bytes) => {
      for (const message of collect(bytes)) {
        const [, id = ''] = /<messageID>(\d+)/.exec(message) ?? []
        heard.push(message.replace(/^.*<\/messageID>|<\/mos>$/g, ''))
        line.write(toWire(`<mos><ncsID>n</ncsID><mosID>m</mosID><messageID>${id}</messageID><roAck><roID>r</roID><roStatus>${refuses(message) ? 'no' : 'OK'}</roStatus></roAck></mos>`))
      }
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  after(() => {
    for (const line of lines) line.destroy()
    listener.close()
  })
  const take = () => heard.splice(0).map((message) => /operation="(\w+)"/.exec(message)?.[1] ?? /^<(\w+)/.exec(message)?.[1])
  return { port: (listener.address() as AddressInfo).port, heard, take }
}

test('a locked rundown is at the device with its words; moves, cuts and the end follow; a planned one stays here', async () => {
  server.clock.now = new Date('2026-11-20T11:30:00Z')
  const { tenantId, people, units } = await smallCommune(server)
  const reporter = await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }])
  const editor = await server.signedIn(tenantId, people.officeHead, [{ role: 'editor', unitId: units.VP }])
  const director = await server.signedIn(tenantId, people.chair, [{ role: 'director', unitId: units.XA }])
  const producer = await server.signedIn(tenantId, people.typist, [{ role: 'producer', unitId: units.XA }])
  const { id: storyId } = await reporter.call(storyRoutes.createStory, { body: { title: 'Chi bộ thôn', column: 'Xây dựng Đảng', category: null } })
  const story = { params: { storyId } }
  const { content, revision } = await reporter.call(storyRoutes.getStory, story)
  const blocks = ['Lời dẫn của bài.', 'Lời kết của bài.'].map((text, at) => ({ id: randomUUID(), kind: at === 0 ? ('lead_in' as const) : ('closing' as const), cuttable: at === 1, text }))
  await reporter.call(storyRoutes.saveStory, { ...story, body: { revision, content: { ...content, blocks } } })
  for (const [who, act] of [[reporter, 'submit'], [editor, 'approve'], [director, 'approve']] as const) await who.call(storyRoutes.actOnStory, { ...story, body: { revision: (await who.call(storyRoutes.getStory, story)).revision, act, note: '', blockId: null, orderedBy: null } })
  const { id: rundownId } = await producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự', date: '2026-11-20', startMs: 68_400_000, outMs: 69_600_000 } })
  const params = { rundownId }
  const { id: first } = await producer.call(rundownRoutes.addItem, { params, body: { item: { kind: 'story', storyId }, plannedMs: null, after: null } })
  const { id: advert } = await producer.call(rundownRoutes.addItem, { params, body: { item: { kind: 'advert', title: 'Quảng cáo' }, plannedMs: 30_000, after: first } })
  const revisionOf = async (id: string) => (await producer.call(rundownRoutes.getRundown, { params })).items.find((item) => item.id === id)?.revision ?? 0
  const actOn = (act: 'lock' | 'unlock') => producer.call(rundownRoutes.actOnRundown, { params, body: { act } })

  // As after a start of the program: the device knows the order already and refuses to create it again.
  const { port, heard, take } = await device((message) => message.includes('<roCreate>'))
  const problems: unknown[] = []
  const mirror = createMosMirror({ db: server.db, clock: () => server.clock.now }, { host: '127.0.0.1', port, mosId: 'm', ncsId: 'n' }, (error) => problems.push(error), { firstRetryMs: 10 })
  after(() => mirror.close())
  await mirror.lookOnce()
  assert.deepEqual(take(), [], 'nothing of a planned rundown')
  await actOn('lock')
  await mirror.lookOnce()
  assert.match(heard.join('\n'), /<roReplace>.*<roSlug>Thời sự<\/roSlug>.*Xây dựng Đảng: Chi bộ thôn.*Quảng cáo.*<roStorySend>.*<p>Lời dẫn của bài\.<\/p><p>Lời kết của bài\.<\/p>/s)
  assert.deepEqual(take(), ['roCreate', 'roReplace', 'roStorySend', 'roReadyToAir'])
  await mirror.lookOnce()
  assert.deepEqual(take(), [], 'what is alike is not said again')
  await producer.call(rundownRoutes.moveItem, { params: { ...params, itemId: advert }, body: { revision: await revisionOf(advert), after: null } })
  await producer.call(rundownRoutes.changeItem, { params: { ...params, itemId: first }, body: { revision: await revisionOf(first), cutBlocks: [blocks[1]?.id ?? ''] } })
  await mirror.lookOnce()
  assert.doesNotMatch(heard.join('\n'), /Lời kết/)
  assert.deepEqual(take(), ['MOVE', 'roStorySend'])
  await actOn('unlock')
  await mirror.lookOnce()
  assert.deepEqual(take(), ['roReadyToAir'])
  server.clock.now = new Date('2026-11-23T11:30:00Z')
  await mirror.lookOnce()
  assert.deepEqual(take(), ['roDelete'])
  assert.deepEqual(problems, [])
  assert.equal((await ledgerOf(server, tenantId)).filter(({ action }) => action === 'newsroom.rundown.sent').length, 4)
})
