import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MosModel, xml2js } from '@mos-connection/helper'
import { getMosTypes, type IMOSString128 } from '@mos-connection/model'
import { exchanged } from '../samples/exchanged.ts'
import type { XmlElement } from '../xml.ts'
import { cutText } from './cut-text.ts'
import { roElementAction } from './element-action.ts'
import { heartbeat, mosMessage, roCreate, roDelete, roMetadataReplace, roReadyToAir, roReplace } from './messages.ts'
import { readAnswer } from './read-answer.ts'
import type { MosItem, MosRunningOrder, MosStory } from './running-order.ts'
import { itemsOfScript, slugOf, storyOfScript } from './story-of-script.ts'
import { roStorySend } from './story-send.ts'

const devices = { films: 'mau.playout.mos', graphics: 'mau.cg.mos' }
const items = itemsOfScript(exchanged.content, devices)
const full: MosItem = {
  ...(items[0] as MosItem),
  abstract: 'Phim 2\'30"',
  paths: [{ kind: 'objPath', description: 'XDCAM', target: String.raw`\\kho\phim\1.mxf` }, { kind: 'objProxyPath', description: 'H.264', target: 'http://kho/1.mp4' }, { kind: 'objMetadataPath', description: 'MOS', target: 'http://kho/1.xml' }],
  channel: 'A',
  editorialStart: 0,
  editorialDuration: 715,
  userTimingDuration: 415,
  trigger: 'CHAINED +15',
  macroIn: 'in',
  macroOut: 'out',
  metadata: [{ scope: 'OBJECT', schema: 'urn:x', payload: [] }],
}
const story: MosStory = { id: exchanged.id, slug: slugOf(exchanged.content), number: 'A1', metadata: [{ scope: 'STORY', schema: 'urn:x', payload: [] }], items: [full, ...items.slice(1)] }
const running: MosRunningOrder = { id: 'THOISU-2018-10-19', slug: 'Thời sự 18 giờ', channel: 'QTV', start: '2018-10-19T18:00:00+07:00', durationSeconds: 1200, trigger: 'TIMED', macroIn: 'mở', macroOut: 'đóng', metadata: [{ scope: 'PLAYLIST', schema: 'urn:x', payload: [] }] }

const { mosString128 } = getMosTypes(true)
const words = (text: IMOSString128 | undefined): string => (text === undefined ? '' : mosString128.stringify(text))
const wire = (body: XmlElement): string => mosMessage({ mosId: 'mau.playout.mos', ncsId: 'thuocdo.mau', messageId: 7 }, body)
type Parsed = Parameters<typeof MosModel.XMLRunningOrder.fromXML>[1] & Record<string, never>
const parsed = (body: XmlElement): Parsed => ((xml2js(wire(body)) as Record<string, Record<string, Parsed>>)['mos'] ?? {})[body.name] as Parsed
const tags = (body: XmlElement): string[] => body.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
const inside = (body: XmlElement, name: string): XmlElement => body.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name) as XmlElement

const itemTags = ['itemID', 'itemSlug', 'objID', 'mosID', 'mosAbstract', 'objPaths', 'itemChannel', 'itemEdStart', 'itemEdDur', 'itemUserTimingDur', 'itemTrigger', 'macroIn', 'macroOut', 'mosExternalMetadata']
const headTags = ['roID', 'roSlug', 'roChannel', 'roEdStart', 'roEdDur', 'roTrigger', 'macroIn', 'macroOut', 'mosExternalMetadata']

test('tags stand in the order of the protocol', () => {
  assert.match(wire(roDelete('x')), /^<mos><mosID>[^<]*<\/mosID><ncsID>[^<]*<\/ncsID><messageID>7<\/messageID><roDelete>/)
  const create = roCreate(running, [story])
  assert.deepEqual(tags(create), [...headTags, 'story'])
  assert.deepEqual(tags(roReplace(running, [story])), [...headTags, 'story'])
  assert.deepEqual(tags(roMetadataReplace(running)), headTags)
  const one = inside(create, 'story')
  assert.deepEqual(tags(one), ['storyID', 'storySlug', 'storyNum', 'mosExternalMetadata', ...items.map(() => 'item')])
  assert.deepEqual(tags(inside(one, 'item')), itemTags)
  assert.deepEqual(tags(inside(inside(one, 'item'), 'objPaths')), ['objPath', 'objProxyPath', 'objMetadataPath'])
  assert.deepEqual(tags(inside(inside(one, 'item'), 'mosExternalMetadata')), ['mosScope', 'mosSchema', 'mosPayload'])
  assert.deepEqual(tags(roReadyToAir('x', true)), ['roID', 'roAir'])
  const send = roStorySend(storyOfScript(exchanged, { runningOrderId: running.id, number: 'A1', presenter: 'Lê Thử', presenterRate: 233 }, devices))
  assert.deepEqual(tags(send), ['roID', 'storyID', 'storySlug', 'storyNum', 'storyBody', 'mosExternalMetadata'])
  assert.deepEqual(tags(inside(send, 'storyBody')), ['storyPresenter', 'storyPresenterRR', 'p', 'p', 'p', 'storyItem', 'p', 'p', 'p', 'storyItem', 'p', 'storyItem', 'p'])
})

test('the strict parser of others reads a running order as it was meant', () => {
  for (const body of [roCreate(running, [story]), roReplace(running, [story])]) {
    const read = MosModel.XMLRunningOrder.fromXML(body.name, parsed(body), true)
    assert.deepEqual([words(read.ID), words(read.Slug), read.Stories.length], [running.id, running.slug, 1])
    const [first] = read.Stories
    assert.deepEqual([words(first?.ID), words(first?.Slug), first?.Items.length], [story.id, 'Xây dựng Đảng: Chi bộ thôn "đổi mới" sinh hoạt <định kỳ>', 3])
    assert.deepEqual([first?.Items[0]?.MOSID, first?.Items[0]?.EditorialDuration, first?.Items[0]?.Trigger, first?.Items[0]?.Paths?.length], [devices.films, 715, 'CHAINED +15', 3])
    assert.equal(read.EditorialDuration?._mosDuration, 1200)
    assert.equal(read.EditorialStart?._mosTime, Date.parse('2018-10-19T11:00:00Z'))
  }
  const head = roMetadataReplace(running)
  assert.equal(words(MosModel.XMLRunningOrderBase.fromXML(head.name, parsed(head), true).DefaultChannel), 'QTV')
})

test('the words of a story arrive in their order: studio, film as packages, items where they play', () => {
  const send = roStorySend(storyOfScript(exchanged, { runningOrderId: running.id, number: null, presenter: 'Lê Thử', presenterRate: 233 }, devices))
  const read = MosModel.XMLROFullStory.fromXML('roStorySend', parsed(send), true)
  assert.deepEqual([words(read.RunningOrderId), words(read.ID)], [running.id, story.id])
  assert.deepEqual(read.Body.map(({ Type }) => Type), ['storyPresenter', 'storyPresenterRR', 'p', 'p', 'p', 'storyItem', 'p', 'p', 'p', 'storyItem', 'p', 'storyItem', 'p'])
  const text = wire(send)
  assert.match(text, /<p><pi>Đọc chậm\.<\/pi><\/p>/)
  assert.match(text, /<p><pkg>Hồ Thị Mẫu: Chúng tôi giao/)
  assert.match(text, /<p>Thưa quý vị và các bạn!<\/p>/)
  assert.match(text, /<mosPayload><name>Hồ Thị Mẫu<\/name><title>Bí thư Đảng ủy<\/title>/)
})

test('each change is the operation of the protocol with its target and source', () => {
  const action = (...change: Parameters<typeof roElementAction>) => {
    const body = roElementAction(...change)
    const place = (name: string) => (inside(body, name) === undefined ? null : inside(body, name).children.map((child) => (typeof child === 'string' ? child : `${child.name}=${child.children.filter((text) => typeof text === 'string').join('')}`)))
    return [body.attributes['operation'], place('element_target'), place('element_source')]
  }
  assert.deepEqual(action('r', { kind: 'insert-stories', before: null, stories: [story] }), ['INSERT', ['storyID='], ['story=']])
  assert.deepEqual(action('r', { kind: 'insert-items', storyId: 's', before: 'i', items: [full] }), ['INSERT', ['storyID=s', 'itemID=i'], ['item=']])
  assert.deepEqual(action('r', { kind: 'replace-story', storyId: 's', stories: [story] }), ['REPLACE', ['storyID=s'], ['story=']])
  assert.deepEqual(action('r', { kind: 'replace-item', storyId: 's', itemId: 'i', items: [full] }), ['REPLACE', ['storyID=s', 'itemID=i'], ['item=']])
  assert.deepEqual(action('r', { kind: 'move-stories', before: 's', storyIds: ['a', 'b'] }), ['MOVE', ['storyID=s'], ['storyID=a', 'storyID=b']])
  assert.deepEqual(action('r', { kind: 'move-items', storyId: 's', before: 'i', itemIds: ['a'] }), ['MOVE', ['storyID=s', 'itemID=i'], ['itemID=a']])
  assert.deepEqual(action('r', { kind: 'delete-stories', storyIds: ['a'] }), ['DELETE', null, ['storyID=a']])
  assert.deepEqual(action('r', { kind: 'delete-items', storyId: 's', itemIds: ['a'] }), ['DELETE', ['storyID=s'], ['itemID=a']])
  assert.deepEqual(action('r', { kind: 'swap-stories', storyIds: ['a', 'b'] }), ['SWAP', null, ['storyID=a', 'storyID=b']])
  assert.deepEqual(action('r', { kind: 'swap-items', storyId: 's', itemIds: ['a', 'b'] }), ['SWAP', ['storyID=s'], ['itemID=a', 'itemID=b']])
})

test('the strict parser of others reads every change and every short message', () => {
  const source = (change: Parameters<typeof roElementAction>[1]): Parsed => (parsed(roElementAction('r', change)) as Record<string, Record<string, Parsed>>)['element_source'] as Parsed
  const stories = (change: Parameters<typeof roElementAction>[1]) => MosModel.XMLROStories.fromXML('story', source(change)['story'], true).map(({ ID }) => words(ID))
  const items = (change: Parameters<typeof roElementAction>[1]) => MosModel.XMLMosItems.fromXML('item', source(change)['item'], true).map(({ ID }) => words(ID))
  const ids = (change: Parameters<typeof roElementAction>[1], tag: 'storyID' | 'itemID') => MosModel.XMLMosIDs.fromXML(tag, source(change)[tag], true).map((id) => words(id))
  assert.deepEqual(stories({ kind: 'insert-stories', before: null, stories: [story] }), [story.id])
  assert.deepEqual(stories({ kind: 'replace-story', storyId: 's', stories: [story, { ...story, id: 's2' }] }), [story.id, 's2'])
  assert.deepEqual(items({ kind: 'insert-items', storyId: 's', before: null, items: [full] }), [full.id])
  assert.deepEqual(items({ kind: 'replace-item', storyId: 's', itemId: 'i', items: [full, { ...full, id: 'i2' }] }), [full.id, 'i2'])
  assert.deepEqual(ids({ kind: 'move-stories', before: null, storyIds: ['a', 'b'] }, 'storyID'), ['a', 'b'])
  assert.deepEqual(ids({ kind: 'move-items', storyId: 's', before: null, itemIds: ['a', 'b'] }, 'itemID'), ['a', 'b'])
  assert.deepEqual(ids({ kind: 'delete-stories', storyIds: ['a'] }, 'storyID'), ['a'])
  assert.deepEqual(ids({ kind: 'delete-items', storyId: 's', itemIds: ['a'] }, 'itemID'), ['a'])
  assert.deepEqual(ids({ kind: 'swap-stories', storyIds: ['a', 'b'] }, 'storyID'), ['a', 'b'])
  assert.deepEqual(ids({ kind: 'swap-items', storyId: 's', itemIds: ['a', 'b'] }, 'itemID'), ['a', 'b'])
  for (const body of [roDelete('r'), roReadyToAir('r', false)]) assert.equal(words(mosString128.create((parsed(body) as Record<string, string>)['roID'] ?? '')), 'r')
})

test('ids and slugs end at 128 signs, between letters', () => {
  const title = `Chuyên mục: ${'ế🇻🇳'.repeat(60)}`
  const cut = cutText(title)
  assert.ok(cut.length <= 128 && cut.length > 120 && title.startsWith(cut))
  assert.ok(cut.endsWith('ế') || cut.endsWith('🇻🇳'), 'no half flag')
  assert.equal(cutText('e\u0302\u0301 \n a'), 'ế a')
  assert.doesNotThrow(() => MosModel.XMLRunningOrder.fromXML('roCreate', parsed(roCreate({ ...running, id: 'x'.repeat(300), slug: title }, [{ ...story, slug: title }])), true))
})

test('an answer says whether it was taken, and why not', () => {
  assert.deepEqual(readAnswer('<mos><ncsID>n</ncsID><mosID>m</mosID><messageID>7</messageID><roAck><roID>r</roID><roStatus>OK</roStatus></roAck></mos>'), { messageId: 7, kind: 'roAck', ok: true, status: 'OK' })
  assert.deepEqual(readAnswer('<mos><messageID>8</messageID><roAck><roID>r</roID><roStatus>Không có &amp; hết</roStatus></roAck></mos>'), { messageId: 8, kind: 'roAck', ok: false, status: 'Không có & hết' })
  assert.deepEqual(readAnswer('<mos><mosAck><objID>0</objID><status>NACK</status><statusDescription>MosDevice not found</statusDescription></mosAck></mos>'), { messageId: null, kind: 'mosAck', ok: false, status: 'NACK: MosDevice not found' })
  assert.equal(readAnswer(wire(heartbeat('2018-10-19T11:00:00Z'))).ok, true)
})
