import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { asId } from '#kernel/id.ts'
import { rational, zero } from '#kernel/rational.ts'
import { readerOf } from '#platform/db/database.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { speak, spokenText } from '../../domain/speech/index.ts'
import { namedInNewsroom, ownNewsroomRecords } from '../index.ts'
import { learnRate } from './learn-rate.ts'
import { dictionaryFor } from './own-dictionary.ts'

const server = await wholeServer(import.meta)
const firstDay = '2026-01-01'
const evening = { weekdays: [1, 2, 3, 4, 5], startMinute: 1185, plannedSeconds: 900, hardOut: true, firstDay, replaces: null }

/** A newsroom in the office with its producer, and one in the division with its own. */
async function newsroom() {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const given = (role: 'reporter' | 'editor' | 'director' | 'producer', unitId = units.VP) => [{ role, unitId }]
  const as = {
    ...commune.as,
    reporter: await server.signedIn(tenantId, people.clerk, given('reporter')),
    editor: await server.signedIn(tenantId, people.officeHead, given('editor')),
    director: await server.signedIn(tenantId, people.chair, given('director', units.XA)),
    producer: await server.signedIn(tenantId, people.typist, given('producer')),
    stranger: await server.signedIn(tenantId, people.engineer, given('producer', units.KT)),
  }
  const add = async (kind: 'column' | 'category' | 'programme', name: string) => (await as.producer.call(deskRoutes.addHeading, { body: { unitId: units.VP, kind, name, firstDay } })).id
  const desk = () => as.reporter.call(deskRoutes.getDesk, {})
  return { ...commune, as, add, desk }
}

test('the producer keeps columns, categories and programmes; names are unique while in use, and what was used is ended', async () => {
  const { as, add, desk, units, tenantId } = await newsroom()
  const body = { unitId: units.VP, kind: 'column' as const, name: 'Xây dựng Đảng', firstDay }
  for (const who of [as.reporter, as.editor, as.director, as.stranger, as.clerk]) await assert.rejects(who.call(deskRoutes.addHeading, { body }))
  const columnId = await add('column', 'Xây dựng Đảng')
  await add('category', 'Xây dựng Đảng')
  await assert.rejects(add('column', 'xây dựng đảng'), refused('newsroom.desk.name-taken'))
  await as.reporter.call(storyRoutes.createStory, { body: { title: 'Chi bộ thôn', column: 'Xây dựng Đảng', category: null } })
  const params = { headingId: columnId }
  await assert.rejects(as.producer.call(deskRoutes.endHeading, { params, body: { act: 'remove' } }), refused('newsroom.desk.used'))
  await assert.rejects(as.producer.call(deskRoutes.endHeading, { params, body: { act: 'end', lastDay: '2025-12-31' } }), refused('newsroom.desk.ends-before'))
  await assert.rejects(as.stranger.call(deskRoutes.endHeading, { params, body: { act: 'end', lastDay: '2026-10-31' } }), refused('platform.not-found'))
  await as.producer.call(deskRoutes.endHeading, { params, body: { act: 'end', lastDay: '2026-10-31' } })
  const secondId = await add('column', 'Xây dựng Đảng')
  await assert.rejects(as.producer.call(deskRoutes.endHeading, { params, body: { act: 'take_up' } }), refused('newsroom.desk.name-taken'))
  await as.producer.call(deskRoutes.renameHeading, { params: { headingId: secondId }, body: { name: 'Xây dựng Đảng và hệ thống chính trị' } })
  await as.producer.call(deskRoutes.endHeading, { params, body: { act: 'take_up' } })
  await as.producer.call(deskRoutes.endHeading, { params: { headingId: secondId }, body: { act: 'remove' } })
  const { headings, keepsFor } = await desk()
  assert.deepEqual(headings.map(({ kind, name, lastDay, can }) => [kind, name, lastDay, can.keep]), [
    ['category', 'Xây dựng Đảng', null, false],
    ['column', 'Xây dựng Đảng', null, false],
  ])
  assert.deepEqual(keepsFor, [])
  assert.deepEqual((await as.producer.call(deskRoutes.getDesk, {})).keepsFor.map(({ id }) => id), [units.VP])
  assert.deepEqual((await as.stranger.call(deskRoutes.getDesk, {})).headings, [], 'another newsroom keeps its own')
  await assert.rejects(as.clerk.call(deskRoutes.getDesk, {}), refused('platform.not-found'))
  assert.ok((await ledgerOf(server, tenantId)).some((entry) => entry.action === 'newsroom.heading.ended'))
})

test('a slot recurs on its weekdays; other times are another slot from their first day on', async () => {
  const { as, add, desk } = await newsroom()
  const programmeId = await add('programme', 'Thời sự')
  const columnId = await add('column', 'Nông thôn mới')
  await assert.rejects(as.producer.call(deskRoutes.addSlot, { params: { programmeId: columnId }, body: evening }), refused('newsroom.desk.no-programme'))
  await assert.rejects(as.stranger.call(deskRoutes.addSlot, { params: { programmeId }, body: evening }), refused('platform.not-found'))
  const { id: slotId } = await as.producer.call(deskRoutes.addSlot, { params: { programmeId }, body: { ...evening, weekdays: [5, 1, 1] } })
  await as.producer.call(deskRoutes.addSlot, { params: { programmeId }, body: { ...evening, startMinute: 1200, firstDay: '2026-12-01', replaces: slotId } })
  const slots = (await desk()).headings.find(({ id }) => id === programmeId)?.slots ?? []
  assert.deepEqual(slots.map(({ weekdays, startMinute, firstDay: from, lastDay }) => [weekdays, startMinute, from, lastDay]), [
    [[1, 5], 1185, firstDay, '2026-11-30'],
    [[1, 2, 3, 4, 5], 1200, '2026-12-01', null],
  ])
  await as.producer.call(deskRoutes.endSlot, { params: { slotId }, body: { act: 'remove' } })
  assert.equal((await desk()).headings.find(({ id }) => id === programmeId)?.slots.length, 1)
})

test('a story begun in a column begins with its template; programme, slot, slug and reader are no words of it', async () => {
  const { as, add, people, tenantId, units } = await newsroom()
  const columnId = await add('column', 'Nông thôn mới')
  const template = [{ kind: 'greeting' as const, text: 'Kính chào quý vị và các bạn.' }, { kind: 'film_start' as const, text: 'bỏ' }, { kind: 'voice_over' as const, text: '' }]
  await assert.rejects(as.stranger.call(deskRoutes.saveTemplate, { params: { headingId: columnId }, body: { template } }), refused('platform.not-found'))
  await as.producer.call(deskRoutes.saveTemplate, { params: { headingId: columnId }, body: { template } })
  const programmeId = await add('programme', 'Thời sự')
  await assert.rejects(as.producer.call(deskRoutes.saveTemplate, { params: { headingId: programmeId }, body: { template } }), refused('newsroom.desk.no-column'))
  const { id: slotId } = await as.producer.call(deskRoutes.addSlot, { params: { programmeId }, body: evening })
  const head = { title: 'Đường về bản Cát', column: 'Nông thôn mới', category: 'Tự gõ' }
  const begin = (slotDate: string) => as.reporter.call(storyRoutes.createStory, { body: { ...head, slot: { programmeId, slotDate, slotId } } })
  await assert.rejects(begin('2026-11-22'), refused('newsroom.desk.no-slot'), 'a Sunday')
  const params = { storyId: (await begin('2026-11-24')).id }
  const story = await as.reporter.call(storyRoutes.getStory, { params })
  assert.deepEqual(story.content.blocks.map((block) => [block.kind, 'text' in block ? block.text : '']), [['greeting', 'Kính chào quý vị và các bạn.'], ['film_start', ''], ['voice_over', '']])
  const days = ['2026-11-26', '2026-11-23', '2026-11-25', '2026-11-27']
  const assignments = days.map((onDate) => ({ tenant_id: tenantId, id: randomUUID(), unit_id: units.VP, topic: `Việc ${onDate}`, column: head.column, on_date: onDate, writer_id: people.clerk, due_at: new Date(onDate), planned_by: people.typist, planned_at: new Date(), changed_at: new Date() }))
  await server.inTenant(tenantId, (tx) => tx.insertInto('newsroom_assignment').values(assignments).execute())
  const uses = (who: Caller, headingId: typeof columnId, after: string) => who.call(deskRoutes.getHeadingUses, { params: { headingId }, query: { after } })
  const used = await uses(as.producer, columnId, '2026-11-23')
  assert.deepEqual([used.count, used.first.map(({ kind, day }) => `${kind} ${day}`)], [4, ['story 2026-11-24', 'assignment 2026-11-25', 'assignment 2026-11-26']])
  assert.deepEqual([(await uses(as.producer, programmeId, '2026-11-23')).first, (await uses(as.producer, columnId, '2026-11-27')).count], [[{ kind: 'story', name: head.title, day: '2026-11-24' }], 0])
  await assert.rejects(uses(as.stranger, columnId, '2026-11-23'), refused('platform.not-found'))
  await as.producer.call(readerRoutes.addReader, { body: { unitId: units.VP, personId: people.clerk, firstDay } })
  const placed = { slug: 'Bản Cát', programmeId, slotDate: null, slotId: null, readerId: people.clerk }
  const place = (who: typeof as.reporter, change: object = {}) => who.call(deskRoutes.saveStoryDesk, { params, body: { ...placed, ...change } })
  await assert.rejects(place(as.director), refused('newsroom.desk.may-not-place'))
  await assert.rejects(place(as.stranger), refused('platform.not-found'))
  await assert.rejects(place(as.editor, { readerId: people.engineer }), refused('newsroom.desk.no-reader'))
  await assert.rejects(place(as.editor, { programmeId: columnId }), refused('newsroom.desk.no-programme'))
  await assert.rejects(place(as.editor, { slotId }), refused('newsroom.desk.no-slot'))
  assert.deepEqual(await place(as.producer), { slug: 'ban-cat' })
  const desk = await as.director.call(deskRoutes.getStoryDesk, { params })
  assert.deepEqual([desk.slug, desk.programme?.name, desk.slotDate, desk.slot, desk.reader?.id, desk.can.place], ['ban-cat', 'Thời sự', null, null, people.clerk, false])
  const after = await as.reporter.call(storyRoutes.getStory, { params })
  assert.deepEqual([after.hash, after.revision], [story.hash, story.revision], 'the words are as they were')
})

test('own entries go before those that ship, are taken out again, and travel as the file the command line takes', async () => {
  const { as, tenantId } = await newsroom()
  const said = () => server.inTenant(tenantId, async (tx) => spokenText(speak('UBND họp về KKNT', await dictionaryFor(readerOf(tx), tenantId))))
  assert.match(await said(), /^ủy ban nhân dân họp về /)
  const body = { written: 'KKNT', spoken: 'khu kinh tế nông thôn' }
  await assert.rejects(as.editor.call(dictionaryRoutes.saveEntry, { body }), 'only the desk')
  await as.producer.call(dictionaryRoutes.saveEntry, { body })
  await as.producer.call(dictionaryRoutes.saveEntry, { body: { written: 'UBND', spoken: 'ủy ban' } })
  assert.equal(await said(), 'ủy ban họp về khu kinh tế nông thôn')
  const file = Buffer.from((await as.reporter.call(dictionaryRoutes.exportDictionary, {})).bytes)
  assert.equal(file.toString('utf8'), 'KKNT: khu kinh tế nông thôn\nUBND: ủy ban\n')
  await as.producer.call(dictionaryRoutes.removeEntry, { body: { written: 'UBND' } })
  await assert.rejects(as.producer.call(dictionaryRoutes.removeEntry, { body: { written: 'UBND' } }), refused('newsroom.dictionary.no-entry'))
  const taken = (bytes: Buffer) => as.producer.call(dictionaryRoutes.importDictionary, { body: bytes })
  assert.deepEqual(await taken(Buffer.from('KKNT: khu kinh tế\nUBND: ủy ban\n')), { added: 1, changed: 1 })
  assert.deepEqual(await taken(file), { added: 0, changed: 1 })
  await assert.rejects(taken(Buffer.from('KKNT: [1]')), refused('newsroom.dictionary.bad-entry'))
  await assert.rejects(taken(Buffer.from('- KKNT')), refused('newsroom.dictionary.unreadable'))
  await assert.rejects(taken(Buffer.from([0xff, 0xfe, 0x41])), refused('newsroom.dictionary.unreadable'))
  const { own, shipped, can } = await as.reporter.call(dictionaryRoutes.getDictionary, {})
  assert.deepEqual([own.map(({ written }) => written), can.keep], [['KKNT', 'UBND'], false])
  assert.ok(shipped.some(({ written, spoken }) => written === 'HĐND' && spoken === 'hội đồng nhân dân'))
})

test('readers: rates are learnt from what aired, a rate set by hand goes before them, and only the desk of their unit sees them', async () => {
  const { as, people, units, tenantId } = await newsroom()
  const add = (who: typeof as.producer, personId = people.clerk, unitId = units.VP) => who.call(readerRoutes.addReader, { body: { unitId, personId, firstDay } })
  await assert.rejects(add(as.editor))
  await assert.rejects(add(as.stranger), refused('platform.not-found'))
  await assert.rejects(add(as.producer, people.engineer), refused('platform.not-found'), 'holds no post there')
  await add(as.producer)
  await assert.rejects(add(as.producer), refused('newsroom.reader.already'))
  const rateOf = async (wanted = 'voice_over') => {
    const [reader] = (await as.producer.call(readerRoutes.listReaders, {})).readers
    return reader?.rates.find(({ kind }) => kind === wanted)
  }
  assert.deepEqual(await rateOf(), { kind: 'voice_over', rate: '233', origin: 'usual', learnt: null })
  const learn = (syllables: number, seconds: number) =>
    server.inTenant(tenantId, (tx) => learnRate(tx, asId<'tenant'>(tenantId), { personId: people.clerk, kind: 'voice_over', syllables, seconds: rational(seconds), pauses: zero }, server.clock.now))
  assert.equal((await learn(10, 3)).taken, false, 'too short')
  assert.equal((await learn(2000, 480)).taken, true)
  const learnt = await rateOf()
  assert.deepEqual([learnt?.rate, learnt?.origin, learnt?.learnt?.blocks], ['241', 'learnt', 1])
  const params = { personId: people.clerk, readKind: 'voice_over' as const }
  await assert.rejects(as.stranger.call(readerRoutes.setReaderRate, { params, body: { rate: 220 } }), refused('platform.not-found'))
  await as.producer.call(readerRoutes.setReaderRate, { params, body: { rate: 220 } })
  await learn(300, 75)
  const set = await rateOf()
  assert.deepEqual([set?.rate, set?.origin, set?.learnt?.blocks], ['220', 'set', 2])
  assert.deepEqual(await rateOf('lead_in'), { kind: 'lead_in', rate: '220', origin: 'voice_over', learnt: null }, 'what reading times take')
  await as.producer.call(readerRoutes.setReaderRate, { params, body: { rate: null } })
  assert.equal((await rateOf())?.origin, 'learnt')
  await assert.rejects(as.producer.call(readerRoutes.endReader, { params, body: { lastDay: '2025-01-01' } }), refused('newsroom.desk.ends-before'))
  await as.producer.call(readerRoutes.endReader, { params, body: { lastDay: '2026-06-30' } })
  await add(as.producer)
  assert.equal((await rateOf())?.learnt?.blocks, 2, 'what was learnt stays')
  const own = () => server.inTenant(tenantId, (tx) => ownNewsroomRecords(readerOf(tx), tenantId, people.clerk))
  assert.deepEqual((await own()).flatMap(({ fields }) => fields).filter(([label]) => label === 'Lời bình').map(([, value]) => value.split(',')[0]), ['241 tiếng một phút'])
  const gone = await server.inTenant(tenantId, (tx) => namedInNewsroom.forgetPeople(tx, tenantId, [people.clerk]))
  assert.deepEqual([gone['newsroom_reader'], gone['newsroom_reader_rate']], [1, 1])
  assert.deepEqual(await own(), [], 'nothing is left of them')
})
