import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId } from '#kernel/id.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { openAhead } from './keep-rundowns.ts'

const server = await wholeServer(import.meta)
const date = '2026-11-20'
const evening = 19 * 3_600_000
const tenWords = 'một hai ba bốn năm sáu bảy tám chín mười'

type Given = 'reporter' | 'editor' | 'director' | 'producer' | 'gallery'

/** A newsroom with everybody it takes to air a bulletin of a rundown. */
async function station() {
  server.clock.now = new Date('2026-11-20T11:30:00Z')
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const over = (role: Given, unitId = units.VP) => [{ role, unitId }]
  const as = {
    reporter: await server.signedIn(tenantId, people.clerk, over('reporter')),
    editor: await server.signedIn(tenantId, people.officeHead, over('editor')),
    director: await server.signedIn(tenantId, people.chair, over('director', units.XA)),
    producer: await server.signedIn(tenantId, people.typist, over('producer', units.XA)),
    gallery: await server.signedIn(tenantId, people.engineer, over('gallery', units.XA)),
    stranger: await server.signedIn(tenantId, people.divisionHead, []),
  }
  const { id: rundownId } = await as.producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự', date, startMs: evening, outMs: evening + 120_000 } })
  const params = { rundownId }
  const get = (who: Caller = as.producer) => who.call(rundownRoutes.getRundown, { params })
  const save = async (who: Caller, storyId: Id<'story'>, text: string, cuttable = false) => {
    const story = await who.call(storyRoutes.getStory, { params: { storyId } })
    const blocks = [{ id: randomUUID(), kind: 'lead_in' as const, cuttable: false, text }, { id: randomUUID(), kind: 'closing' as const, cuttable, text: tenWords }]
    return who.call(storyRoutes.saveStory, { params: { storyId }, body: { revision: story.revision, content: { ...story.content, blocks } } })
  }
  const act = async (who: Caller, storyId: Id<'story'>, name: 'submit' | 'approve' | 'withdraw') =>
    who.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: (await who.call(storyRoutes.getStory, { params: { storyId } })).revision, act: name, note: '', blockId: null, orderedBy: null } })
  const story = async (title: string, approved = true, cuttable = false, words = `${title}. ${tenWords}`) => {
    const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title, column: 'Xây dựng Đảng', category: null } })
    await save(as.reporter, id, words, cuttable)
    if (!approved) return id
    await act(as.reporter, id, 'submit')
    await act(as.editor, id, 'approve')
    await act(as.director, id, 'approve')
    return id
  }
  const place = (storyId: Id<'story'>, after: Id<'rundown-item'> | null = null, who: Caller = as.producer) => who.call(rundownRoutes.addItem, { params, body: { item: { kind: 'story', storyId }, plannedMs: 40_000, after } })
  const plain = (title: string, after: Id<'rundown-item'> | null = null) => as.producer.call(rundownRoutes.addItem, { params, body: { item: { kind: 'advert', title }, plannedMs: 30_000, after } })
  const itemOf = async (id: Id<'rundown-item'>) => (await get()).items.find((item) => item.id === id) ?? assert.fail('no such item')
  const change = async (id: Id<'rundown-item'>, what: { floated?: boolean; plannedMs?: number; cutBlocks?: string[]; filmMs?: number; cuttable?: boolean }, revision?: number) =>
    as.producer.call(rundownRoutes.changeItem, { params: { ...params, itemId: id }, body: { revision: revision ?? (await itemOf(id)).revision, ...what } })
  const actOn = (who: Caller, name: 'lock' | 'unlock' | 'finish') => who.call(rundownRoutes.actOnRundown, { params, body: { act: name } })
  const air = (name: 'next' | 'release' | 'take' | 'end', itemId: Id<'rundown-item'>, who: Caller = as.gallery) => who.call(rundownRoutes.air, { params, body: { act: name, itemId } })
  const titles = async () => (await get()).items.map((item) => item.title)
  const pass = (seconds: number) => (server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000))
  return { ...commune, as, rundownId, params, get, save, act, story, place, plain, itemOf, change, actOn, air, titles, pass }
}

test('a producer orders a rundown; its items have their durations, and the rest of the newsroom reads it', async () => {
  const { as, place, plain, story, get, change, itemOf, titles } = await station()
  const { id: first } = await place(await story('Chi bộ thôn'))
  const { id: advert } = await plain('Quảng cáo', first)
  await place(await story('Mùa màng', false), first)
  assert.deepEqual(await titles(), ['Chi bộ thôn', 'Mùa màng', 'Quảng cáo'])
  const item = await itemOf(first)
  assert.equal(item.story?.approved, true)
  assert.equal(item.plannedMs, 40_000)
  assert.equal(item.lockedMs, null)
  assert.ok(item.estimatedMs !== null && item.estimatedMs > 5000 && item.estimatedMs < 8000, String(item.estimatedMs))
  await change(first, { filmMs: 33_000 })
  assert.ok(((await itemOf(first)).lockedMs ?? 0) > 33_000)
  await change(advert, { filmMs: 31_000 })
  assert.equal((await itemOf(advert)).lockedMs, 31_000)
  for (const who of [as.reporter, as.editor, as.director, as.gallery]) assert.equal((await get(who)).items.length, 3)
  assert.deepEqual((await get(as.reporter)).can, { order: false, add: false, air: false, acts: [] })
  await assert.rejects(get(as.stranger), refused('platform.not-found'))
  const { items, can } = await as.reporter.call(rundownRoutes.listRundowns, { query: { from: date, to: date } })
  assert.deepEqual(items.map(({ name, items: count }) => [name, count]), [['Thời sự', 3]])
  assert.equal(can.create, false)
})

test('two people at once: moves of different items both happen, an old sight of one item is refused', async () => {
  const { plain, params, as, itemOf, change, titles, get } = await station()
  const [{ id: c }, { id: b }, { id: a }] = [await plain('c'), await plain('b'), await plain('a')]
  const { revision } = await itemOf(a)
  const move = (itemId: Id<'rundown-item'>, after: Id<'rundown-item'> | null, seen: number) => as.producer.call(rundownRoutes.moveItem, { params: { ...params, itemId }, body: { revision: seen, after } })
  await Promise.all([move(a, c, revision), move(b, c, (await itemOf(b)).revision)])
  assert.deepEqual((await titles())[0], 'c')
  assert.deepEqual((await titles()).toSorted(), ['a', 'b', 'c'])
  const both = await Promise.allSettled([change(c, { plannedMs: 1000 }, 1), change(c, { plannedMs: 2000 }, 1)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await assert.rejects(change(c, { floated: true }, 1), refused('newsroom.rundown.item-changed', { revision: 2 }))
  await assert.rejects(move(c, c, 2), refused('newsroom.rundown.no-such-item'))
  const { revision: head } = await get()
  const rename = (name: string) => as.producer.call(rundownRoutes.saveRundown, { params, body: { revision: head, name, startMs: evening, outMs: null } })
  await rename('Thời sự tối')
  await assert.rejects(rename('Bản tin tối'), refused('newsroom.rundown.changed', { revision: head + 1 }))
  await assert.rejects(as.producer.call(rundownRoutes.saveRundown, { params, body: { revision: head + 1, name: 'x', startMs: evening, outMs: evening } }), refused('newsroom.rundown.out-before-start'))
})

test('a story that is not approved keeps a rundown from being locked, by name; floated it does not', async () => {
  const { as, place, story, actOn, change, act, itemOf } = await station()
  const good = await story('Chi bộ thôn')
  const raw = await story('Mùa màng', false)
  await place(good)
  const { id } = await place(raw)
  await assert.rejects(actOn(as.editor, 'lock'), refused('platform.not-found'))
  await assert.rejects(actOn(as.producer, 'lock'), refused('newsroom.rundown.not-approved', { titles: ['Mùa màng'] }))
  await change(id, { floated: true })
  assert.equal((await actOn(as.producer, 'lock')).state, 'locked')
  await assert.rejects(change(id, { floated: false }), refused('newsroom.rundown.not-approved', { titles: ['Mùa màng'] }))
  await assert.rejects(place(await story('Thêm', false)), refused('newsroom.rundown.not-approved', { titles: ['Thêm'] }))
  await act(as.reporter, raw, 'submit')
  await act(as.editor, raw, 'approve')
  await act(as.director, raw, 'approve')
  await change(id, { floated: false })
  assert.equal((await itemOf(id)).floated, false)
})

test('an editor puts in and takes out stories of their department while it is planned, and orders nothing', async () => {
  const { as, place, story, params, itemOf, actOn, plain } = await station()
  const own = await story('Chi bộ thôn')
  const { id } = await place(own, null, as.editor)
  await assert.rejects(place(own), refused('newsroom.rundown.already-there'))
  await assert.rejects(place(await story('Hai'), null, as.reporter), refused('platform.not-found'))
  const remove = async (who: Caller, itemId = id) => who.call(rundownRoutes.removeItem, { params: { ...params, itemId }, query: { revision: String((await itemOf(itemId)).revision) } })
  const { id: advert } = await plain('Quảng cáo')
  await assert.rejects(remove(as.editor, advert), refused('platform.not-found'))
  await assert.rejects(as.editor.call(rundownRoutes.moveItem, { params: { ...params, itemId: id }, body: { revision: 1, after: null } }), refused('platform.not-found'))
  const { items } = await as.editor.call(rundownRoutes.listPlaceable, { params, query: {} })
  assert.deepEqual(items.map(({ title, approved }) => [title, approved]), [['Hai', true]])
  await remove(as.editor)
  const { id: again } = await place(own, null, as.editor)
  await actOn(as.producer, 'lock')
  await assert.rejects(remove(as.editor, again), refused('platform.not-found'))
  await remove(as.producer, again)
})

test('what is next or on air is frozen: nobody moves, changes or removes it, and a later edit shows but changes nothing of it', async () => {
  const { as, place, story, actOn, air, itemOf, change, params, save, get, rundownId } = await station()
  const storyId = await story('Chi bộ thôn')
  const { id: second } = await place(await story('Mùa màng'))
  const { id: first } = await place(storyId)
  await assert.rejects(air('next', first), refused('newsroom.rundown.wrong-state', { state: 'planned' }))
  await actOn(as.producer, 'lock')
  await assert.rejects(air('next', first, as.producer), refused('platform.not-found'))
  await assert.rejects(air('take', first), refused('newsroom.rundown.wrong-stage', { stage: 'waiting' }))
  await air('next', first)
  const before = await itemOf(first)
  assert.equal(before.stage, 'next')
  const { revision } = before
  await assert.rejects(change(first, { plannedMs: 1 }), refused('newsroom.rundown.item-frozen', { stage: 'next' }))
  await assert.rejects(as.producer.call(rundownRoutes.moveItem, { params: { ...params, itemId: first }, body: { revision, after: second } }), refused('newsroom.rundown.item-frozen'))
  await assert.rejects(as.producer.call(rundownRoutes.removeItem, { params: { ...params, itemId: first }, query: { revision: String(revision) } }), refused('newsroom.rundown.item-frozen'))
  await save(as.editor, storyId, 'Lời khác hẳn, dài hơn nhiều so với lời đã duyệt hôm nay')
  const after = await itemOf(first)
  assert.equal(after.story?.changedSince, true)
  assert.equal(after.story?.approved, false)
  assert.deepEqual([after.estimatedMs, after.frozen], [before.estimatedMs, before.frozen])
  const frozen = await as.gallery.call(rundownRoutes.getFrozen, { params: { frozenId: before.frozen?.id ?? '' } })
  assert.match(JSON.stringify(frozen.content), /Chi bộ thôn\. một hai/)
  assert.deepEqual(frozen.approvals.map(({ level }) => level), ['department', 'leadership'])
  assert.deepEqual(await air('take', first), { changes: (await get()).changes, next: second })
  assert.equal((await get()).state, 'on_air')
  await server.inTenant(as.producer.actor.tenantId, async (tx) => {
    assert.equal((await tx.selectFrom('newsroom_rundown_item').where('tenant_id', '=', as.producer.actor.tenantId).where('rundown_id', '=', rundownId).where('stage', '=', 'next').select('id').executeTakeFirst())?.id, second)
  })
  await assert.rejects(air('take', first), refused('newsroom.rundown.wrong-stage', { stage: 'on_air' }))
})

test('a bulletin on air: takes end what was before, the log says what aired when, a correction replaces and keeps', async () => {
  const { as, place, plain, story, actOn, air, pass, itemOf, get, tenantId } = await station()
  const [storyId, leftOver] = [await story('Chi bộ thôn'), await story('Còn lại')]
  await place(leftOver)
  const { id: advert } = await plain('Quảng cáo')
  const { id: first } = await place(storyId)
  await actOn(as.producer, 'lock')
  await air('next', first)
  const started = server.clock.now.toISOString()
  await air('take', first)
  const two = await Promise.allSettled([air('take', advert), air('take', advert)])
  assert.deepEqual(two.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'], 'pressed twice it is taken once')
  pass(30)
  await assert.rejects(actOn(as.gallery, 'finish'), refused('newsroom.rundown.still-on-air'))
  await air('end', advert)
  assert.equal((await itemOf(advert)).actualMs, 30_000)
  const airOf = async (id: Id<'story'>) => (await server.inTenant(tenantId, (tx) => tx.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).where('id', '=', id).select('air').executeTakeFirstOrThrow())).air
  assert.deepEqual([await airOf(storyId), await airOf(leftOver)], ['aired', 'placed'])
  assert.equal((await actOn(as.gallery, 'finish')).state, 'ended')
  assert.deepEqual([await airOf(storyId), await airOf(leftOver)], ['aired', 'none'], 'what did not air is free for another rundown')
  await assert.rejects(place(await story('Muộn')), refused('newsroom.rundown.ended'))
  const log = () => as.reporter.call(rundownRoutes.listAirings, { query: { limit: 10 } })
  const [last, line] = (await log()).items
  assert.deepEqual([last?.title, last?.actualMs, last?.storyId, line?.title, line?.startedAt, line?.storyId, line?.column], ['Quảng cáo', 30_000, null, 'Chi bộ thôn', started, storyId, 'Xây dựng Đảng'])
  assert.equal(line?.hash, (await as.reporter.call(storyRoutes.getStory, { params: { storyId } })).hash)
  const correct = (who: Caller, endedAt: string) => who.call(rundownRoutes.correctAiring, { params: { airingId: last?.id ?? assert.fail() }, body: { startedAt: started, endedAt, readerId: null, reason: 'Bấm muộn' } })
  const ended = new Date(Date.parse(started) + 25_000).toISOString()
  await assert.rejects(correct(as.producer, ended), refused('platform.not-found'))
  await assert.rejects(correct(as.gallery, '2026-11-21T00:00:00Z'), refused('newsroom.airing.times'))
  await correct(as.gallery, ended)
  await assert.rejects(correct(as.gallery, ended), refused('newsroom.airing.replaced'))
  assert.deepEqual((await log()).items.map(({ actualMs, reason }) => [actualMs, reason]), [[25_000, 'Bấm muộn'], [0, '']])
  assert.equal((await as.reporter.call(rundownRoutes.listAirings, { query: { replaced: 'true' } })).items.length, 3)
  await assert.rejects(as.stranger.call(rundownRoutes.listAirings, { query: {} }), refused('platform.not-found'))
  assert.deepEqual((await get()).can, { order: false, add: false, air: false, acts: [] })
  const entries = (await ledgerOf(server, tenantId)).map((entry) => entry.action)
  for (const action of ['newsroom.rundown.locked', 'newsroom.rundown-item.put-on-air', 'newsroom.rundown-item.ended', 'newsroom.rundown.ended', 'newsroom.airing.corrected']) assert.ok(entries.includes(action), action)
})

test('a reader’s rate is learnt from what they read on air', async () => {
  const { as, get, place, story, actOn, air, pass, itemOf, tenantId, people, units } = await station()
  const storyId = await story('Chi bộ thôn', true, false, Array.from({ length: 8 }, () => tenWords).join(' '))
  await server.inTenant(tenantId, (tx) => tx.updateTable('newsroom_story').set({ reader_id: people.typist }).where('tenant_id', '=', tenantId).where('id', '=', storyId).execute())
  const { id } = await place(storyId)
  const { estimatedMs, reader } = await itemOf(id)
  assert.equal(reader?.id, people.typist)
  await actOn(as.producer, 'lock')
  await air('next', id)
  await air('take', id)
  pass(Math.round((estimatedMs ?? 0) / 1000) + 3)
  await air('end', id)
  const rates = await server.inTenant(tenantId, (tx) => tx.selectFrom('newsroom_reader_rate').where('tenant_id', '=', tenantId).where('person_id', '=', people.typist).select(['kind', 'blocks', 'syllables', 'milliseconds']).execute())
  assert.deepEqual(rates.map(({ kind, blocks }) => [kind, blocks]), [['lead_in', 1]], 'ten words of the closing teach nothing')
  assert.ok((rates[0]?.syllables ?? 0) * 60_000 / (rates[0]?.milliseconds ?? 1) < 233, 'slower than estimated')
  const [line] = (await as.reporter.call(rundownRoutes.listAirings, { query: { limit: 10 } })).items
  assert.equal(line?.reader?.id, people.typist)
  const correct = (readerId: PersonId) => as.gallery.call(rundownRoutes.correctAiring, { params: { airingId: line?.id ?? assert.fail() }, body: { startedAt: line?.startedAt ?? '', endedAt: line?.endedAt ?? '', readerId, reason: 'Đổi người đọc phút chót' } })
  await assert.rejects(correct(people.clerk), refused('newsroom.rundown.no-such-reader'))
  await server.inTenant(tenantId, (tx) => tx.insertInto('newsroom_reader').values({ tenant_id: tenantId, person_id: people.clerk, unit_id: units.VP, first_day: '2026-01-01' }).execute())
  assert.deepEqual((await get(as.gallery)).readers.map((each) => each.id), [people.clerk])
  assert.deepEqual((await get(as.reporter)).readers, [])
  await correct(people.clerk)
  assert.equal((await as.reporter.call(rundownRoutes.listAirings, { query: { limit: 10 } })).items[0]?.reader?.id, people.clerk)
})

test('a block that the editor marked may be cut, no other; the time goes with it', async () => {
  const { place, story, change, itemOf } = await station()
  const { id } = await place(await story('Chi bộ thôn', true, true))
  const before = await itemOf(id)
  const [block] = before.cuttableBlocks
  assert.equal(before.cuttableBlocks.length, 1)
  await assert.rejects(change(id, { cutBlocks: [randomUUID()] }), refused('newsroom.rundown.not-cuttable'))
  await change(id, { cutBlocks: [block?.id ?? ''] })
  const after = await itemOf(id)
  assert.equal((before.estimatedMs ?? 0) - (after.estimatedMs ?? 0), block?.ms)
  assert.deepEqual(after.cuttableBlocks, [])
})

test('rundowns are made from the slots of programmes ahead of time, once, with the stories meant for them', async () => {
  const { as, tenantId, units, story, people } = await station()
  const [programme, slot] = [randomUUID(), randomUUID()]
  const storyId = await story('Chi bộ thôn')
  await server.inTenant(tenantId, async (tx) => {
    await tx.insertInto('newsroom_heading').values({ tenant_id: tenantId, id: programme, unit_id: units.VP, kind: 'programme', name: 'Bản tin trưa', first_day: date }).execute()
    await tx.insertInto('newsroom_slot').values({ tenant_id: tenantId, id: slot, programme_id: programme, weekdays: [1, 3, 5], start_minute: 705, planned_seconds: 900, hard_out: true, first_day: date }).execute()
    await tx.updateTable('newsroom_story').set({ programme_id: programme, slot_date: '2026-11-23', slot_id: slot, reader_id: people.typist }).where('tenant_id', '=', tenantId).where('id', '=', storyId).execute()
  })
  const first = randomUUID() as Id<'rundown'>
  await server.inTenant(tenantId, (tx) =>
    tx.insertInto('newsroom_rundown').values({ tenant_id: tenantId, id: first, unit_id: units.VP, programme_id: programme, slot_id: slot, name: 'Bản tin trưa', on_date: date, start_ms: 0, created_by: people.typist, created_at: server.clock.now, changed_at: server.clock.now }).execute(),
  )
  const put = (title: string, after: Id<'rundown-item'> | null) => as.producer.call(rundownRoutes.addItem, { params: { rundownId: first }, body: { item: { kind: 'ident', title }, plannedMs: 15_000, after } })
  const { id: opening } = await put('Hình hiệu đầu', null)
  const { id: other } = await as.producer.call(rundownRoutes.addItem, { params: { rundownId: first }, body: { item: { kind: 'story', storyId: await story('Bài hôm nay') }, plannedMs: null, after: opening } })
  await put('Hình hiệu cuối', other)
  const open = () => as.producer.call(rundownRoutes.openRundowns, { body: { from: date, to: '2026-11-26' } })
  assert.deepEqual(await open(), { made: 2 })
  assert.deepEqual(await open(), { made: 0 })
  const { items } = await as.producer.call(rundownRoutes.listRundowns, { query: { from: calendarDate('2026-11-21'), to: '2026-11-30' } })
  assert.deepEqual(items.map(({ date: day, name, startMs, outMs, items: count }) => [day, name, startMs, outMs, count]), [
    ['2026-11-23', 'Bản tin trưa', 705 * 60_000, 720 * 60_000, 3],
    ['2026-11-25', 'Bản tin trưa', 705 * 60_000, 720 * 60_000, 2],
  ])
  const monday = await as.producer.call(rundownRoutes.getRundown, { params: { rundownId: items[0]?.id ?? assert.fail() } })
  assert.deepEqual(monday.items.map(({ title, plannedMs }) => [title, plannedMs]), [['Hình hiệu đầu', 15_000], ['Chi bộ thôn', null], ['Hình hiệu cuối', 15_000]], 'the frame of the last one stands around the stories')
  await assert.rejects(as.producer.call(rundownRoutes.listRundowns, { query: { from: date, to: '2027-11-20' } }), refused('newsroom.rundown.too-many-days'))
})

test('the server makes the rundowns of today and tomorrow by itself, once, by its own clock and in nobody’s name; a slot that has begun waits for somebody', async () => {
  const { tenantId, units, as } = await station()
  const [morning, evening_] = [randomUUID(), randomUUID()]
  await server.inTenant(tenantId, async (tx) => {
    for (const [id, name, startMinute] of [[morning, 'Bản tin sáng', 360], [evening_, 'Thời sự tối', 1185]] as const) {
      await tx.insertInto('newsroom_heading').values({ tenant_id: tenantId, id, unit_id: units.VP, kind: 'programme', name, first_day: date }).execute()
      await tx.insertInto('newsroom_slot').values({ tenant_id: tenantId, id: randomUUID(), programme_id: id, weekdays: [1, 2, 3, 4, 5], start_minute: startMinute, planned_seconds: 900, hard_out: false, first_day: date }).execute()
    }
  })
  const kept = { db: server.db, clock: () => server.clock.now }
  const made = async () => (await as.producer.call(rundownRoutes.listRundowns, { query: { from: date, to: '2026-11-30' } })).items.map(({ date: day, name }) => [day, name]).filter(([, name]) => name !== 'Thời sự')
  await Promise.all([openAhead(kept), openAhead(kept)])
  await openAhead(kept)
  assert.deepEqual(await made(), [['2026-11-20', 'Thời sự tối']], 'this morning has begun, and Saturday has no slot')
  server.clock.now = new Date('2026-11-22T01:00:00Z')
  await openAhead(kept)
  assert.deepEqual((await made()).slice(1), [['2026-11-23', 'Bản tin sáng'], ['2026-11-23', 'Thời sự tối']])
  const entries = (await ledgerOf(server, tenantId)).filter(({ action }) => action === 'newsroom.rundown.opened')
  assert.deepEqual(entries.map(({ data }) => (data as { made: number }).made), [1, 2])
})
