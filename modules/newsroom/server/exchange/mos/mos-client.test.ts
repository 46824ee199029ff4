import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { MosConnection, getMosTypes, type IMOSROAck, type IMOSRunningOrder } from '@mos-connection/connector'
import { roCreate, roDelete, roElementAction, roReadyToAir, roStorySend, storyOfScript, itemsOfScript, type MosRunningOrder } from '../../../domain/exchange/mos/index.ts'
import { exchanged } from '../../../domain/exchange/samples/exchanged.ts'
import { createMosClient, retryAfter } from './mos-client.ts'
import { MosAddressError, mosPeerOf } from './peer-settings.ts'
import { messagesOfWire, toWire } from './utf16.ts'

const closing: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closing.reverse()) await close()
})

const running: MosRunningOrder = { id: 'THOISU', slug: 'Thời sự 18 giờ', channel: null, start: '2018-10-19T18:00:00+07:00', durationSeconds: 1200, trigger: null, macroIn: null, macroOut: null, metadata: [] }
const devices = { films: 'mau.playout', graphics: 'mau.cg' }
const story = { id: exchanged.id, slug: 'Xây dựng Đảng', number: null, metadata: [], items: itemsOfScript(exchanged.content, devices) }

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, async () => listening(createServer())))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((gone) => server.close(gone))))
  return ports
}

async function listening(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

test('a device of others takes a running order, its words, changes and the word to air, each acknowledged', async () => {
  const [lower = 0, upper = 0, query = 0] = await freePorts(3)
  const { mosString128 } = getMosTypes(true)
  const device = new MosConnection({ mosID: 'mau.playout', acceptsConnections: true, strict: false, profiles: { 0: true, 1: true, 2: true, 4: true }, ports: { lower, upper, query } })
  const faults: unknown[] = []
  // “primary” is the line back to the newsroom, where nothing listens here.
  for (const kind of ['warning', 'error'] as const) device.on(kind, (fault) => String(fault).startsWith('primary') || faults.push(fault))
  await device.init()
  closing.push(() => device.dispose())
  const heard: [string, unknown][] = []
  const taken = async (name: string, what: unknown): Promise<IMOSROAck> => {
    heard.push([name, what])
    return { ID: mosString128.create('THOISU'), Status: mosString128.create('OK'), Stories: [] }
  }
  const dead = { lower: 1, upper: 1, query: 1 }
  const ncs = await device.connect({ primary: { id: 'thuocdo.mau', host: '127.0.0.1', ports: dead, dontUseQueryPort: true, timeout: 200 } })
  ncs.onCreateRunningOrder((order: IMOSRunningOrder) => taken('roCreate', [mosString128.stringify(order.Slug), order.Stories[0]?.Items.length]))
  ncs.onRunningOrderStory((full) => taken('roStorySend', full.Body.map(({ Type }) => Type).slice(0, 3)))
  ncs.onROMoveStories((_, ids) => taken('MOVE', ids.map((id) => mosString128.stringify(id))))
  ncs.onRODeleteStories((_, ids) => taken('DELETE', ids.map((id) => mosString128.stringify(id))))
  ncs.onReadyToAir((ready) => taken('roReadyToAir', ready.Status))

  const client = createMosClient({ host: '127.0.0.1', port: upper, mosId: 'mau.playout', ncsId: 'thuocdo.mau' }, { heartbeatMs: 40, answerMs: 2000, firstRetryMs: 20 })
  closing.push(() => client.close())
  const messages = [
    roCreate(running, [story]),
    roStorySend(storyOfScript(exchanged, { runningOrderId: 'THOISU', number: null, presenter: null, presenterRate: null }, devices)),
    roElementAction('THOISU', { kind: 'move-stories', before: null, storyIds: ['a', 'b'] }),
    roElementAction('THOISU', { kind: 'delete-stories', storyIds: ['a'] }),
    roReadyToAir('THOISU', true),
  ]
  const answers = await Promise.all(messages.map((message) => client.send(message)))
  assert.deepEqual(answers.map(({ kind, ok, messageId }) => [kind, ok, messageId]), [1, 2, 3, 4, 5].map((id) => ['roAck', true, id]))
  assert.deepEqual(heard, [
    ['roCreate', ['Thời sự 18 giờ', 3]],
    ['roStorySend', ['p', 'p', 'p']],
    ['MOVE', ['a', 'b']],
    ['DELETE', ['a']],
    ['roReadyToAir', 'READY'],
  ])
  // Heartbeats go on between messages and take numbers of their own.
  await new Promise((later) => setTimeout(later, 150))
  const refusedOne = await client.send(roDelete('THOISU'))
  assert.ok((refusedOne.messageId ?? 0) > 6 && !refusedOne.ok, 'this device takes no roDelete')
  assert.deepEqual(faults, [])
})

test('a line that breaks is opened again and the message nobody answered goes again under its number', async () => {
  const lines: Socket[] = []
  const got: string[] = []
  const server = await listening(
    createServer((line) => {
      lines.push(line)
      const collect = messagesOfWire()
      line.on('error', () => undefined)
      line.on('data', (bytes) => {
        for (const message of collect(bytes)) {
          got.push(/<messageID>(\d+)/.exec(message)?.[1] ?? '')
          if (lines.length < 2) line.destroy()
          else if (lines.length === 2) continue
          else for (const byte of toWire(message.replace(/<roDelete>.*<\/roDelete>/, '<roAck><roID>x</roID><roStatus>OK</roStatus></roAck>'))) line.write(Buffer.of(byte))
        }
      })
    }),
  )
  closing.push(() => new Promise((gone) => server.close(gone)))
  const client = createMosClient({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, mosId: 'm', ncsId: 'n' }, { answerMs: 60, firstRetryMs: 5, longestRetryMs: 20 }, 2_147_483_647)
  closing.push(() => client.close())
  const answers = await Promise.all([client.send(roDelete('x')), client.send(roDelete('x'))])
  assert.deepEqual(answers.map(({ messageId, ok }) => [messageId, ok]), [[2_147_483_647, true], [1, true]])
  assert.deepEqual(got, ['2147483647', '2147483647', '2147483647', '1'], 'dropped, then silent, then answered byte by byte')
  assert.equal(lines.length, 3)
  assert.ok(client.isConnected())
  await client.close()
  await assert.rejects(client.send(roDelete('x')))
})

test('tries come farther apart, to a limit', () => {
  assert.deepEqual([0, 1, 2, 9].map((failures) => retryAfter(failures, { firstRetryMs: 500, longestRetryMs: 30_000 })), [500, 1000, 2000, 30_000])
})

test('text crosses the wire higher byte first, in any pieces', () => {
  assert.deepEqual([...toWire('ế')], [0x1e, 0xbf])
  const collect = messagesOfWire()
  const bytes = toWire('rác<mos>a</mos> <mos>ế')
  const got = [...bytes].flatMap((byte) => collect(Uint8Array.of(byte)))
  assert.deepEqual([...got, ...collect(toWire('</mos>'))], ['<mos>a</mos>', '<mos>ế</mos>'])
  assert.throws(() => messagesOfWire(10)(toWire('<mos>ba mươi ba')), RangeError)
})

test('a device is named by its address', () => {
  assert.deepEqual(mosPeerOf('mos://may-phat:10545?mos=mau.playout&ncs=thuocdo.mau'), { host: 'may-phat', port: 10_545, mosId: 'mau.playout', ncsId: 'thuocdo.mau' })
  assert.equal(mosPeerOf('mos://10.0.0.5?mos=a&ncs=b').port, 10_541)
  for (const wrong of ['', 'http://x?mos=a&ncs=b', 'mos://x?mos=a', 'mos://?mos=a&ncs=b']) assert.throws(() => mosPeerOf(wrong), MosAddressError)
})
